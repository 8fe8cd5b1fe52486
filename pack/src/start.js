(async () => {
  const tell = (words) => {
    const line = document.createElement("p");
    line.textContent = words;
    document.body.append(line);
  };
  if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") {
    tell("这个浏览器太旧，打不开提要：请用 2023 年以后的 Chrome、Edge、Firefox 或 Safari。 This browser is too old for Tiyao.");
    return;
  }
  const packed = Uint8Array.from(atob("WASM"), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await wasm_bindgen({ module_or_path: await new Response(stream).arrayBuffer() });
})();
