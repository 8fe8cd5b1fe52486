let ready;
onmessage = async ({ data }) => {
  if (data instanceof WebAssembly.Module) {
    ready = wasm_bindgen({ module_or_path: data });
    return;
  }
  try {
    await ready;
    const [name, text, ...told] = data;
    const typed = typeof text === "string";
    const bytes = typed ? new TextEncoder().encode(text) : new Uint8Array(await text.arrayBuffer());
    postMessage(wasm_bindgen.read(name, bytes, typed, ...told));
  } catch {
    postMessage(null);
  }
};
