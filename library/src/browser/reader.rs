//! The program that reads, in a worker; where workers are refused, in the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent, Worker};

use crate::opening::open;

#[wasm_bindgen(js_namespace = tiyao)]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn worker() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn part(name: &str) -> Result<JsValue, JsValue>;
}

/// What came of reading one text.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Its note, its text and its card.
    Read([String; 3]),
    /// Why it could not be read, as a sentence.
    Refused(String),
    /// The program failed at it.
    Failed,
    /// The reader of the page stopped it.
    Stopped,
}

/// Reads one text after the other.
#[derive(Clone, Default)]
pub struct Reader(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    worker: Option<Worker>,
    /// Workers are refused here.
    refused: bool,
    /// Takes the answer that is waited for.
    answer: Option<Function>,
}

impl Reader {
    /// Reads a file, or a text that was taken out of its file before; `told` is the interface's language, the rows of the
    /// reader's own list, and what was set right in the text.
    pub async fn read(&self, name: &str, source: Result<File, String>, told: [&str; 3]) -> Answer {
        self.start().await;
        let worker = self.0.borrow().worker.clone();
        let text: JsValue = match &source {
            Ok(file) => file.into(),
            Err(text) => JsValue::from_str(text),
        };
        let Some(worker) = worker else { return here(name, &source, told).await };
        let promise = Promise::new(&mut |resolve, _| self.0.borrow_mut().answer = Some(resolve));
        let job = Array::of2(&JsValue::from_str(name), &text);
        told.iter().for_each(|told| {
            job.push(&JsValue::from_str(told));
        });
        if worker.post_message(&job).is_err() {
            return Answer::Failed;
        }
        let told = JsFuture::from(promise).await.unwrap_or(JsValue::NULL);
        self.0.borrow_mut().answer = None;
        if told.is_undefined() {
            return Answer::Stopped;
        }
        let answer = understood(&told);
        if answer == Answer::Failed {
            // A program that failed is not asked again.
            self.rest();
        }
        answer
    }

    async fn start(&self) {
        if self.0.borrow().worker.is_some() || self.0.borrow().refused {
            return;
        }
        let Some(started) = worker().await.ok().and_then(|worker| worker.dyn_into::<Worker>().ok()) else {
            self.0.borrow_mut().refused = true;
            return;
        };
        let inner = self.0.clone();
        let settle = move |told: JsValue| {
            let answer = inner.borrow_mut().answer.take();
            if let Some(answer) = answer {
                drop(answer.call1(&JsValue::NULL, &told));
            }
        };
        let failed = settle.clone();
        let told =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| settle(event.data())).into_js_value();
        let broke = Closure::<dyn Fn(JsValue)>::new(move |_| failed(JsValue::NULL)).into_js_value();
        started.set_onmessage(Some(told.unchecked_ref()));
        started.set_onerror(Some(broke.unchecked_ref()));
        self.0.borrow_mut().worker = Some(started);
    }

    /// Lets the worker go: its memory with it.
    pub fn rest(&self) {
        if let Some(worker) = self.0.borrow_mut().worker.take() {
            worker.terminate();
        }
    }

    /// Stops in the middle of a text.
    pub fn stop(&self) {
        self.rest();
        let answer = self.0.borrow_mut().answer.take();
        if let Some(answer) = answer {
            drop(answer.call0(&JsValue::NULL));
        }
    }
}

fn understood(told: &JsValue) -> Answer {
    told.dyn_ref::<Array>().map_or(Answer::Failed, |told| answer(told.iter().filter_map(|word| word.as_string())))
}

fn answer(mut words: impl Iterator<Item = String>) -> Answer {
    match (words.next(), words.next(), words.next()) {
        (Some(note), Some(text), Some(card)) => Answer::Read([note, text, card]),
        (Some(reason), ..) => Answer::Refused(reason),
        _ => Answer::Failed,
    }
}

/// Reads in the page: slower for who works in it, but read all the same.
async fn here(name: &str, source: &Result<File, String>, [language, terms, corrections]: [&str; 3]) -> Answer {
    let mut words = match source {
        Ok(file) => {
            let Ok(bytes) = JsFuture::from(file.array_buffer()).await else { return Answer::Failed };
            open(name, &Uint8Array::new(&bytes).to_vec(), language)
        }
        Err(text) => vec![String::new(), text.clone()],
    };
    if let [_, text] = words.as_slice() {
        let Some(card) = card([name, text, terms, corrections]).await else { return Answer::Failed };
        words.push(card);
    }
    answer(words.into_iter())
}

/// The card of a text, by the page's own program.
async fn card(told: [&str; 4]) -> Option<String> {
    let program = part("page").await.ok()?;
    let read: Function = Reflect::get(&program, &JsValue::from_str("read")).ok()?.dyn_into().ok()?;
    let told: Array = told.iter().map(|told| JsValue::from_str(told)).collect();
    read.apply(&JsValue::NULL, &told).ok()?.as_string()
}
