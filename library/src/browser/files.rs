//! Files that the reader gives and takes.

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Element, File, HtmlAnchorElement, HtmlInputElement, TextDecoder, Url};

use super::dom::element;

/// What a workspace file says that it is.
const SCHEMA: &str = "tiyao-workspace/1";

/// The cells of an article in a workspace file.
const FIELDS: [&str; 5] = ["id", "name", "note", "text", "corrections"];

/// Lets the browser save a text.
pub fn save(name: &str, kind: &str, text: &str) {
    offer(name, kind, &JsValue::from_str(text));
}

/// Lets the browser save bytes.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) {
    offer(name, kind, &Uint8Array::from(bytes));
}

fn offer(name: &str, kind: &str, content: &JsValue) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &options);
    let Ok(address) = blob.and_then(|blob| Url::create_object_url_with_blob(&blob)) else { return };
    let link: HtmlAnchorElement = element("a", &[("href", &address), ("download", name)], "").unchecked_into();
    link.click();
    // The browser reads the blob after this turn.
    let revoke = Closure::once_into_js(move || drop(Url::revoke_object_url(&address)));
    if let Some(window) = web_sys::window() {
        drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 30_000));
    }
}

/// The file that an input holds; the input is emptied so that the same file can be chosen again.
pub fn chosen_file(input: &Element) -> Option<File> {
    let input: &HtmlInputElement = input.dyn_ref()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// A workspace file of articles; each is the values of `id`, `name`, `note`, `text` and `corrections`.
pub fn workspace(articles: &[[&str; 5]]) -> String {
    let object = |pairs: &[(&str, JsValue)]| {
        let object = Object::new();
        for (name, value) in pairs {
            // A plain object takes every name.
            drop(Reflect::set(&object, &JsValue::from_str(name), value));
        }
        JsValue::from(object)
    };
    let article = |cells: &[&str; 5]| {
        let pairs: Vec<_> = FIELDS.iter().zip(cells).map(|(name, cell)| (*name, JsValue::from_str(cell))).collect();
        object(&pairs)
    };
    let articles: Array = articles.iter().map(article).collect();
    let file = object(&[("schema", JsValue::from_str(SCHEMA)), ("articles", articles.into())]);
    JSON::stringify(&file).map(String::from).unwrap_or_default()
}

/// The articles of a workspace file; none where it is none.
pub async fn parsed(file: &File) -> Option<Vec<[String; 5]>> {
    let text = JsFuture::from(file.text()).await.ok()?.as_string()?;
    let file = JSON::parse(&text).ok()?;
    let get = |from: &JsValue, name: &str| Reflect::get(from, &JsValue::from_str(name)).ok();
    if get(&file, "schema")?.as_string()? != SCHEMA {
        return None;
    }
    let articles: Array = get(&file, "articles")?.dyn_into().ok()?;
    let cell = |from: &JsValue, name: &str| get(from, name).and_then(|it| it.as_string()).unwrap_or_default();
    let articles = articles.iter().filter(JsValue::is_object);
    Some(articles.map(|article| FIELDS.map(|name| cell(&article, name))).collect())
}

/// The text of `bytes` in the encoding that the Encoding Standard calls `label`, by the browser's own decoder; none
/// where it does not know the encoding.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}
