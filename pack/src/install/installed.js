// An app that the browser opens with files is handed them; they go the way of files that are dropped.
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    const given = new DataTransfer();
    for (const handle of files) given.items.add(await handle.getFile().catch(() => new File([], handle.name)));
    const drop = new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true });
    if (files.length > 0) document.getElementById("page").dispatchEvent(drop);
  });
  // Where the browser allows it (https, loopback), it keeps the page's own files, and the page opens without its server.
  try {
    await navigator.serviceWorker.register("./service.js", { updateViaCache: "none" });
  } catch {
    // The page works without.
  }
