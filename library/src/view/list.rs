//! The list of articles at the left edge.

use web_sys::Element;

use super::{button, host, within};
use crate::app::{App, View};
use crate::browser::{by_id, clear, element, mark, show, value};
use crate::state::{Article, Stage};
use crate::words::{self, Word};

/// Draws the list. It is there when there is a choice: two articles, or one that is not open.
pub fn draw_list(app: &App) {
    let count = app.shelf.articles.len();
    let shown = count > 1 || count == 1 && app.open.is_none() || app.running;
    // The field keeps what is typed into it and the focus: only what stands around it is drawn anew.
    if shown && let (Some(list), Some(field)) = (by_id("shelf"), by_id("search-texts")) {
        let same = field.get_attribute("lang").as_deref() == Some(app.language.tag());
        if same && value(&field) == app.search && list.is_connected() {
            return fill(app, &list);
        }
    }
    let Some(host) = host("texts", shown) else { return };
    let head = within(
        element("div", &[("class", "shelf-head")], ""),
        &[
            within(
                element("h2", &[], app.say(Word::Articles)),
                &[element("span", &[("id", "shelf-count"), ("class", "count")], "")],
            ),
            labelled(button("fold", "plain", "«"), "fold", app.say(Word::Fold)),
            labelled(button("fold", "plain", "»"), "unfold", app.say(Word::Unfold)),
        ],
    );
    let search = element(
        "input",
        &[
            ("type", "search"),
            ("id", "search-texts"),
            ("lang", app.language.tag()),
            ("placeholder", app.say(Word::Search)),
            ("aria-label", app.say(Word::Search)),
            ("autocomplete", "off"),
        ],
        "",
    );
    let inner = within(
        element("div", &[("class", "shelf-body")], ""),
        &[
            element("div", &[("id", "shelf-progress")], ""),
            search,
            element("p", &[("id", "shelf-found"), ("class", "note")], ""),
            element("ul", &[("id", "shelf")], ""),
            foot(app),
        ],
    );
    within(host, &[head, inner]);
    if let Some(list) = by_id("shelf") {
        fill(app, &list);
    }
}

fn labelled(button: Element, id: &str, label: &str) -> Element {
    mark(&button, &[("id", id), ("aria-label", label), ("title", label)]);
    button
}

fn foot(app: &App) -> Element {
    let id = |button: Element, id: &str| {
        mark(&button, &[("id", id)]);
        button
    };
    let open = within(
        element("label", &[("class", "plain file")], ""),
        &[
            element("input", &[("type", "file"), ("id", "open-workspace"), ("accept", ".json,application/json")], ""),
            element("span", &[], app.say(Word::OpenWorkspace)),
        ],
    );
    within(
        element("div", &[("class", "shelf-foot")], ""),
        &[
            id(button("corpus", "main", app.say(Word::Corpus)), "to-corpus"),
            id(button("save-workspace", "plain", app.say(Word::SaveWorkspace)), "save-workspace"),
            open,
            id(button("clear", "plain", ""), "delete-all"),
            element("p", &[("id", "shelf-kept"), ("class", "note")], ""),
        ],
    )
}

/// Fills what changes as articles come, are read and go.
fn fill(app: &App, list: &Element) {
    let set = |id: &str, words: &str| {
        if let Some(element) = by_id(id) {
            element.set_text_content(Some(words));
        }
    };
    if let Some(host) = by_id("texts") {
        show(&host, true);
        mark(&host, &[("class", if app.folded { "folded" } else { "" })]);
    }
    set("shelf-count", &words::articles(app.shelf.articles.len(), app.language));
    set("delete-all", app.say(if app.sure { Word::ClearSure } else { Word::Clear }));
    set("shelf-kept", app.say(app.trouble.unwrap_or(Word::Kept)));
    clear(list);
    let mut found = 0;
    for place in 0..app.shelf.articles.len() {
        let entry = entry(app, place);
        found += usize::from(entry.is_some());
        within(list.clone(), entry.as_slice());
    }
    let told = if app.search.is_empty() { String::new() } else { words::found(found, app.language) };
    set("shelf-found", &told);
    progress(app);
}

/// An article's entry; none where it has not the words that are searched for.
fn entry(app: &App, place: usize) -> Option<Element> {
    let article = app.shelf.articles.get(place)?;
    let hit = app.shelf.hit(place, &app.search);
    if hit.is_none() && !app.search.trim().is_empty() {
        return None;
    }
    let open = app.open.as_deref() == Some(&article.id) && app.view == View::Article;
    let entry = element("li", &[("data-id", &article.id)], "");
    let at = place.to_string();
    let choose = element("button", &[("type", "button"), ("data-do", "open"), ("data-text", &at)], "");
    if open {
        mark(&choose, &[("aria-current", "true")]);
    }
    let lang = article.card().map_or("", |card| card.lang.as_str());
    let title = element("span", &[("class", "title"), ("lang", lang)], article.title());
    let (class, words) = stage(app, article);
    let note = element("span", &[("class", class)], &words);
    let mut inner = vec![title, note];
    if let Some(hit) = hit {
        mark(&choose, &[("data-place", &format!("{}-{}", hit.start, hit.end))]);
        let end = if hit.quote.ends_with(['。', '！', '？']) { "" } else { "…" };
        let quote = element("span", &[("class", "note quote"), ("lang", lang)], &format!("…{}{end}", hit.quote));
        if hit.count > 1 {
            let times = words::times(hit.count, app.language);
            within(quote.clone(), &[element("span", &[("class", "times"), ("lang", app.language.tag())], &times)]);
        }
        inner.push(quote);
    }
    let remove = button("remove", "plain", "×");
    mark(&remove, &[("aria-label", &format!("{}: {}", app.say(Word::Remove), article.title()))]);
    Some(within(entry, &[within(choose, &inner), remove]))
}

fn stage(app: &App, article: &Article) -> (&'static str, String) {
    match &article.stage {
        Stage::Waiting => ("note waiting", app.say(Word::Waiting).to_owned()),
        Stage::Reading => ("note waiting", app.say(Word::Reading).to_owned()),
        Stage::Refused(reason) => ("note refused", format!("{}{reason}", app.say(Word::Refused))),
        Stage::Read(card) => {
            let mut words = Vec::from([words::figures(card.rows.len(), app.language)]);
            if card.apart > 0 {
                words.push(format!("≠ {}", card.apart));
            }
            words.extend([&card.published, &card.source].into_iter().filter(|it| !it.is_empty()).cloned());
            ("note", words.join(" · "))
        }
    }
}

/// Draws how far the reading is, and the entry of the article that changed.
pub fn draw_progress(app: &App, id: &str) {
    progress(app);
    let (Some(list), Some(place)) = (by_id("shelf"), app.shelf.place(id)) else { return draw_list(app) };
    if !app.search.is_empty() {
        return;
    }
    if let (Some(old), Some(new)) = (list.children().item(place as u32), entry(app, place)) {
        drop(old.replace_with_with_node_1(&new));
    }
}

fn progress(app: &App) {
    let Some(line) = by_id("shelf-progress") else { return };
    // Between two texts the next one is named: the line stays, and with it the button that stops.
    let at = |stage: Stage| app.shelf.articles.iter().find(move |article| article.stage == stage);
    let Some(article) = at(Stage::Reading).or_else(|| at(Stage::Waiting)) else { return clear(&line) };
    let all = app.shelf.articles.len();
    let waiting = app.shelf.articles.iter().filter(|article| article.stage == Stage::Waiting).count();
    let done = (all - waiting - 1).to_string();
    let words = format!("{} {} ({done}/{all})", app.say(Word::Reading), article.name);
    // What stands there is kept: a stop button that is drawn anew under a press would not be pressed.
    if let (Some(bar), Some(name)) =
        (line.query_selector("progress").ok().flatten(), line.query_selector("span").ok().flatten())
    {
        mark(&bar, &[("value", &done), ("max", &all.to_string())]);
        return name.set_text_content(Some(&words));
    }
    let bar =
        element("progress", &[("value", &done), ("max", &all.to_string()), ("aria-label", app.say(Word::Reading))], "");
    let stop = button("stop", "plain", app.say(Word::Stop));
    mark(&stop, &[("id", "stop")]);
    within(line, &[bar, element("span", &[("class", "note")], &words), stop]);
}
