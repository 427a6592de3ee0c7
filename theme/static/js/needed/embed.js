// Unhides the button of each card, which puts the frame of a video, an episode or a post in the card's place.
for (const button of document.querySelectorAll("[data-frame]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = button.dataset.frame;
    frame.title = button.dataset.title;
    frame.allow = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture";
    button.closest(".embed").replaceChildren(frame);
    frame.focus();
  });
}
