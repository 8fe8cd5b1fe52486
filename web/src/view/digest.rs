use leptos::prelude::*;
use tiyao::model::{Kind, Language};

use super::room::Room;
use super::{about, changes, coverage, exports, figures, findings, lists, names};
use crate::browser;
use crate::state::{self, Reading, Target};
use crate::words::Word;

/// The digest, in the order that look and habit ask for. Empty groups are not there.
pub fn digest(room: Room, reading: Memo<Option<Reading>>) -> impl IntoView {
    let click = move |event: web_sys::MouseEvent| {
        if let Some(places) = browser::nearest(&event, "data-places") {
            let places: Vec<Target> = places.split(' ').filter_map(Target::of).collect();
            room.go_among(&places);
        }
    };
    move || {
        let reading = reading.get()?;
        let language = room.language.get();
        let groups = draw(&reading, language);
        let pane = view! {
            <aside id="digest" class="right" aria-label=Word::Digest.say(language)>
                <div class="groups" on:click=click>{groups}</div>
            </aside>
        };
        Some(pane.into_any())
    }
}

fn draw(reading: &Reading, language: Language) -> AnyView {
    // One type for all groups: a tuple would be written out by the compiler.
    let groups = [
        Some(exports::exports(reading, language)),
        about::about(reading, language),
        lists::summary(reading, language),
        figures::figures(reading, language),
        changes::changes(reading, language),
        findings::findings(reading, language),
        findings::derived(reading, language),
        lists::sections(reading, language),
        names::names(reading, "programmes", state::ACTIONS, language),
        lists::statements(reading, Kind::Commitment, language),
        lists::times(reading, language),
        names::names(reading, "names", state::ACTORS, language),
        lists::statements(reading, Kind::Honour, language),
        lists::statements(reading, Kind::Case, language),
        lists::statements(reading, Kind::Speech, language),
        Some(coverage::coverage(reading, language)),
    ];
    groups.into_iter().flatten().collect_view().into_any()
}

/// A group of the digest with its heading.
pub fn group(id: &'static str, heading: &'static str, inner: AnyView) -> AnyView {
    view! { <section id=id class="group"><h2>{heading}</h2>{inner}</section> }.into_any()
}

/// A button that goes to the places of something, one after the other.
pub fn goto(places: &[Target], words: AnyView) -> AnyView {
    let first = places.first().map(Target::to_string);
    view! { <button class="goto" data-goto=first data-places=listed(places)>{words}</button> }.into_any()
}

/// The places as the attribute lists them.
pub fn listed(places: &[Target]) -> String {
    places.iter().map(Target::to_string).collect::<Vec<_>>().join(" ")
}

/// A list of which the first `most` are shown until the reader asks for all.
pub fn capped<T, V>(items: Vec<T>, most: usize, language: Language, draw: V) -> AnyView
where
    T: Send + Sync + 'static,
    V: Fn(&T) -> AnyView + Send + Sync + 'static,
{
    let count = items.len();
    let draw = move |from: usize, to: usize| items[from..to].iter().map(&draw).collect::<Vec<_>>();
    cap(count, most, language, Box::new(draw))
}

/// What [`capped`] does whatever the entries are: written once, as each kind of entry would have a copy of its own.
fn cap(count: usize, most: usize, language: Language, draw: Draw) -> AnyView {
    let first = draw(0, most.min(count));
    if count <= most {
        return first.into_any();
    }
    let all = RwSignal::new(false);
    let rest = move || all.get().then(|| draw(most, count));
    let label = format!("{} (+{})", Word::ShowAll.say(language), count - most);
    let more = move || {
        let label = label.clone();
        (!all.get()).then(|| view! { <button class="plain more" on:click=move |_| all.set(true)>{label}</button> })
    };
    view! { {first}{rest}{more} }.into_any()
}

/// Draws the entries from one place up to another.
type Draw = Box<dyn Fn(usize, usize) -> Vec<AnyView> + Send + Sync>;
