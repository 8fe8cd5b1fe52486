let ready;
onmessage = async ({ data }) => {
  const [name, given, language, ...told] = data;
  if (name instanceof WebAssembly.Module) {
    ready = Promise.all([wasm_bindgen({ module_or_path: name }), tiyao_library({ module_or_path: given })]);
    return;
  }
  try {
    await ready;
    const typed = typeof given === "string";
    const opened = typed ? ["", given] : tiyao_library.open(name, new Uint8Array(await given.arrayBuffer()), language);
    postMessage(opened.length > 1 ? [...opened, wasm_bindgen.read(name, opened[1], ...told)] : opened);
  } catch {
    postMessage(null);
  }
};
