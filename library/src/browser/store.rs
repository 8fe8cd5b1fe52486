//! The reader's own storage: articles stay until they are deleted.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};

const DATABASE: &str = "tiyao";
const ARTICLES: &str = "articles";

/// Where articles are kept, each as a list of words under its id.
#[derive(Clone)]
pub struct Store(IdbDatabase);

impl Store {
    /// Opens the storage; none where the browser refuses it.
    pub async fn open() -> Option<Self> {
        let request = web_sys::window()?.indexed_db().ok()??.open_with_u32(DATABASE, 1).ok()?;
        let fresh = request.clone();
        let make = Closure::once_into_js(move || {
            if let Some(database) = fresh.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok()) {
                drop(database.create_object_store(ARTICLES));
            }
        });
        request.set_onupgradeneeded(Some(make.unchecked_ref()));
        Some(Self(done(&request).await?.dyn_into().ok()?))
    }

    fn articles(&self) -> Option<IdbObjectStore> {
        let change = self.0.transaction_with_str_and_mode(ARTICLES, IdbTransactionMode::Readwrite).ok()?;
        change.object_store(ARTICLES).ok()
    }

    /// All that is kept, in the order of the ids.
    pub async fn all(&self) -> Option<Vec<Vec<String>>> {
        let kept: Array = done(&self.articles()?.get_all().ok()?).await?.dyn_into().ok()?;
        let cells =
            |entry: JsValue| Some(entry.dyn_into::<Array>().ok()?.iter().filter_map(|it| it.as_string()).collect());
        Some(kept.iter().filter_map(cells).collect())
    }

    /// Keeps the words of an article; none where there is no room left.
    pub async fn keep(&self, id: &str, cells: &[&str]) -> Option<()> {
        let cells: Array = cells.iter().map(|cell| JsValue::from_str(cell)).collect();
        done(&self.articles()?.put_with_key(&cells, &JsValue::from_str(id)).ok()?).await.map(drop)
    }

    /// Deletes an article.
    pub async fn remove(&self, id: &str) -> Option<()> {
        done(&self.articles()?.delete(&JsValue::from_str(id)).ok()?).await.map(drop)
    }

    /// Deletes every article, and the choices that the page keeps.
    pub async fn clear(&self) -> Option<()> {
        done(&self.articles()?.clear().ok()?).await.map(drop)
    }
}

/// Deletes the choices that the page keeps, and what readers set right where there was no library to keep it.
pub fn forget_choices() {
    if let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok().flatten()) {
        let count = storage.length().unwrap_or_default();
        let names: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect();
        for name in names.iter().filter(|name| name.starts_with("tiyao-")) {
            drop(storage.remove_item(name));
        }
    }
}

async fn done(request: &IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await.ok()?;
    request.result().ok()
}
