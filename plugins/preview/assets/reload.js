// Reloads the page when there is a newer build than the one it came from.
// One tab listens for all: browsers allow a server six connections, and a seventh listening tab would wait for ever.
{
  const { version } = document.currentScript.dataset;
  const tabs = new BroadcastChannel("preview");
  let latest;

  const hear = (news) => {
    if (news !== version) location.reload();
  };

  const listen = () => {
    tabs.onmessage = () => tabs.postMessage(latest); // a tab that has just opened asks
    new EventSource("/__preview__/events").onmessage = ({ data }) => {
      latest = data;
      tabs.postMessage(data);
      hear(data);
    };
    return new Promise(() => {}); // held until this tab goes; then another one gets the lock
  };

  tabs.onmessage = ({ data }) => {
    if (data) hear(data);
  };
  tabs.postMessage("");
  navigator.locks.request("preview", listen);
}
