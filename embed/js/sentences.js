// Every sentence that the scripts say, in the interface's three languages: Simplified, Traditional, English.

const SENTENCES = {
  "no-wasm": [
    "还没有给出 tiyao.wasm：请先调用 init(地址或字节)。",
    "還沒有給出 tiyao.wasm：請先呼叫 init(位址或位元組)。",
    "No wasm was given: call init(address or bytes) of tiyao.wasm first.",
  ],
  unreachable: [
    "取不到 {}：网络不通，或网页策略的 connect-src 里没有它的来源。",
    "取不到 {}：網路不通，或網頁策略的 connect-src 裡沒有它的來源。",
    "{} cannot be fetched: the network fails, or connect-src of the page's policy lacks its origin.",
  ],
  "not-found": ["取不到 {}：服务器回答 {}。", "取不到 {}：伺服器回答 {}。", "{} cannot be fetched: the server answers {}."],
  "not-wasm": [
    "取来的不是 tiyao.wasm，而是别的内容（也许是一张出错页面）。",
    "取來的不是 tiyao.wasm，而是別的內容（也許是一張出錯頁面）。",
    "What came is not tiyao.wasm but something else, perhaps an error page.",
  ],
  policy: [
    "网页策略不准运行 WebAssembly：请在 script-src 里加上 'wasm-unsafe-eval'。",
    "網頁策略不准執行 WebAssembly：請在 script-src 裡加上 'wasm-unsafe-eval'。",
    "The page's policy refuses WebAssembly: add 'wasm-unsafe-eval' to script-src.",
  ],
  unsupported: [
    "这个浏览器太旧，用不了提要：请用 Chrome 或 Edge 111、Firefox 113、Safari 16.4 以后的版本。",
    "這個瀏覽器太舊，用不了提要：請用 Chrome 或 Edge 111、Firefox 113、Safari 16.4 以後的版本。",
    "This browser is too old for Tiyao: it needs Chrome or Edge 111, Firefox 113, Safari 16.4 or later.",
  ],
  broken: [
    "提要出了错，无法继续；请重新打开页面。",
    "提要出了錯，無法繼續；請重新打開頁面。",
    "Tiyao failed and cannot go on; please open the page again.",
  ],
  "not-text": ["{} 要的是文字，给的却是 {}。", "{} 要的是文字，給的卻是 {}。", "{} wants text, not {}."],
  "not-bytes": ["{} 要的是字节，给的却是 {}。", "{} 要的是位元組，給的卻是 {}。", "{} wants bytes, not {}."],
  "no-text": ["没有可读的文字。", "沒有可讀的文字。", "There is no text to read."],
  "too-long": [
    "文字有 {} 字，太长了；这里最多读 {} 字。",
    "文字有 {} 字，太長了；這裡最多讀 {} 字。",
    "The text has {} characters, which is too long; at most {} are read here.",
  ],
  "bad-option": ["选项 {} 不能是 {}。", "選項 {} 不能是 {}。", "The option {} cannot be {}."],
  "no-form": ["没有叫做 {} 的格式；有的是 {}。", "沒有叫做 {} 的格式；有的是 {}。", "There is no form {}; there are {}."],
  "foreign-origin": [
    "来自 {} 的消息没有理会：它不在准许的来源里。",
    "來自 {} 的訊息沒有理會：它不在准許的來源裡。",
    "A message from {} was passed over: it is not among the allowed origins.",
  ],
  "bad-message": ["没有看懂这条消息：{}。", "沒有看懂這條訊息：{}。", "The message was not understood: {}."],
  closed: ["这个读取器已经关闭。", "這個讀取器已經關閉。", "This reader is closed."],
  previous: ["上一处", "上一處", "Previous fact"],
  next: ["下一处", "下一處", "Next fact"],
};

// The tag of the one of the three languages that a tag of BCP 47 asks for; English for all others.
export function spoken(tag) {
  const words = String(tag ?? "").toLowerCase().split(/[-_]/);
  if (words[0] !== "zh") {
    return "en";
  }
  const traditional = words.includes("hant") || (!words.includes("hans") && ["tw", "hk", "mo"].some((at) => words.includes(at)));
  return traditional ? "zh-Hant" : "zh-Hans";
}

// A sentence with its places filled, in the language of a tag.
export function say(code, tag, ...parts) {
  const place = { "zh-Hans": 0, "zh-Hant": 1, en: 2 }[spoken(tag)];
  return SENTENCES[code][place].replace(/\{\}/g, () => parts.shift());
}
