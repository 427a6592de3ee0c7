// Unhides what needs a script: copying the address, and the device's own share sheet.
for (const nav of document.querySelectorAll(".share")) {
  const { url, title, copied } = nav.dataset;
  const status = nav.querySelector("[role=status]");
  const offer = (name, action) => {
    const button = nav.querySelector(`[data-share=${name}]`);
    button.parentElement.hidden = false;
    button.addEventListener("click", action);
  };
  const say = (text) => {
    status.textContent = "";
    setTimeout(() => (status.textContent = text), 50);
  };
  if (navigator.clipboard) {
    offer("copy", () => navigator.clipboard.writeText(url).then(() => say(copied), () => say(url)));
  }
  if (navigator.share) {
    offer("device", () =>
      navigator.share({ title, url }).catch((error) => {
        if (error.name !== "AbortError") say(url);
      }),
    );
  }
}
