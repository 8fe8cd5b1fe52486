//! The element, the iframe's page and the examples in somebody else's page. `visit` checks in every test that the browser
//! asked that one server alone and had nothing to complain of.

mod examples;
mod face;
mod frame;
mod hostile;
mod life;
mod parts;
mod style;
mod ways;

/// An article as a host page holds it.
const ARTICLE: &str = "<h2>某市2016年平安建设工作综述</h2>
    <p>2016年，全市共破获刑事案件1280件，同比上升12.5%；受理信访案件44752件，办结41381件，办结率达94.7%。</p>
    <p>市公安局局长李明表示，2017年要新增高清探头600个，建成“雪亮工程”一期。</p>";

/// A host page with these tags in its head and its body.
fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Portal</title>\
         <link rel=\"icon\" href=\"data:,\">{head}</head><body>{body}</body></html>"
    )
}

/// The tag of the script of the two files.
const SCRIPT: &str = "<script src=\"portal/tiyao/tiyao-element.js\" defer></script>";

/// A host page with one element around the article.
fn plain() -> String {
    page(SCRIPT, &format!("<tiyao-digest>{ARTICLE}</tiyao-digest>"))
}
