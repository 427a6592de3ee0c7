// Reloads the page when there is a newer build than the one it came from, and tells how far a long one has come.
// One tab listens for all: browsers allow a server six connections, and a seventh listening tab would wait for ever.
{
  const { version } = document.currentScript.dataset;
  const tabs = new BroadcastChannel("preview");
  let latest;

  const hear = (news) => {
    if (news !== version) location.reload();
  };

  const place = () => {
    const found = document.querySelector("[data-preview-progress]");
    if (found) return found;
    const made = document.createElement("output");
    made.dataset.previewProgress = "";
    made.className = "preview-progress";
    document.head.insertAdjacentHTML("beforeend", '<link rel="stylesheet" href="/__preview__/progress.css">');
    document.body.append(made);
    return made;
  };

  const tell = (progress) => {
    place().textContent = progress;
  };

  const listen = () => {
    tabs.onmessage = () => tabs.postMessage({ version: latest }); // a tab that has just opened asks
    const events = new EventSource("/__preview__/events");
    events.onmessage = ({ data }) => {
      latest = data;
      tabs.postMessage({ version: data });
      hear(data);
    };
    events.addEventListener("progress", ({ data }) => {
      tabs.postMessage({ progress: data });
      tell(data);
    });
    return new Promise(() => {}); // held until this tab goes; then another one gets the lock
  };

  tabs.onmessage = ({ data }) => {
    if (data.version) hear(data.version);
    if (data.progress) tell(data.progress);
  };
  tabs.postMessage("");
  navigator.locks.request("preview", listen);
}
