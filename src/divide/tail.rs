//! What stands after an article's last paragraph.

use super::LineRole;
use super::furniture::Sort;
use super::page::Page;

/// Gives furniture its role everywhere, and the short lines after the last paragraph theirs.
pub(super) fn read(page: &Page, roles: &mut [LineRole]) {
    for (line, role) in roles.iter_mut().enumerate() {
        if *role != LineRole::Body {
            continue;
        }
        if let Some(sort) = page.sorts[line] {
            *role = LineRole::Boilerplate(sort.reason());
        } else if line >= page.cut {
            *role = LineRole::Boilerplate("related");
        }
    }
    let last = page.prose.iter().rposition(|&prose| prose);
    let Some(last) = last else {
        bare_menu(page, roles);
        return;
    };
    signatures(page, roles);
    menu(page, last, roles);
}

/// The body that signs and the day below it are the text's own.
fn signatures(page: &Page, roles: &mut [LineRole]) {
    for day in (0..page.cut).filter(|&line| page.sorts[line] == Some(Sort::Date)) {
        let Some(body) = page.before(day).filter(|&body| page.sorts[body].is_none() && roles[body] == LineRole::Body)
        else {
            continue;
        };
        let signs = page.lines[body].letters <= 30 && !page.lines[body].ended() && page.lines[body].last != ':';
        if signs
            && page.before(body).is_some_and(|above| page.prose[above])
            && page.fold.starts_with(page.lines[day].at.end.saturating_sub(1), "日")
        {
            roles[day] = LineRole::Body;
        }
    }
}

/// Short lines among furniture are more of the menu.
fn menu(page: &Page, last: usize, roles: &mut [LineRole]) {
    let mut furniture = false;
    for (role, shape) in roles.iter_mut().zip(&page.lines).skip(last + 1).filter(|(_, shape)| !shape.blank()) {
        if matches!(role, LineRole::Boilerplate(_)) {
            furniture = true;
        } else if furniture && *role == LineRole::Body && (shape.letters <= 10 || shape.han == 0) && !shape.ended() {
            *role = LineRole::Boilerplate("navigation");
        }
    }
}

/// On a page without running text whose lines are half furniture, the other short lines are more of the menu.
fn bare_menu(page: &Page, roles: &mut [LineRole]) {
    let lines = page.lines.iter().filter(|shape| !shape.blank()).count();
    let furniture = roles.iter().filter(|role| matches!(role, LineRole::Boilerplate(_))).count();
    if lines < 4 || furniture * 2 < lines {
        return;
    }
    for (role, shape) in roles.iter_mut().zip(&page.lines).filter(|(role, _)| **role == LineRole::Body) {
        if shape.letters <= 10 && !shape.ended() {
            *role = LineRole::Boilerplate("navigation");
        }
    }
}
