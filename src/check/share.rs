//! A part, its share, and the total that both are of: 纠纷1000件,其中婚姻家庭纠纷250件,占25%.

use super::claim::{Claim, View};
use super::finding::{Said, judged, shown};
use crate::model::{Fact, Relation, Verdict};

/// How many figures before a part its total may stand.
const REACH: usize = 8;

/// Finds shares that stand behind their part.
pub(super) fn find(view: &View, found: &mut Vec<Fact>) {
    found.extend((2..view.claims.len()).filter_map(|index| of_total(view, index)));
}

fn of_total(view: &View, index: usize) -> Option<Fact> {
    let (part, share) = (&view.claims[index - 1], &view.claims[index]);
    if !share.is_share() || !part.is_amount() || !part.is_exact() || !view.one_part(index - 1, index) {
        return None;
    }
    if !of_all(&view.words_before(index)) {
        return None;
    }
    let fold = view.fold();
    let mut best: Option<(usize, Verdict)> = None;
    // The total stands before the last 其中, or before one that holds that one.
    let from = index.saturating_sub(REACH);
    for total in (from..index - 1).rev() {
        let candidate = &view.claims[total];
        if part.at.start > candidate.at.end + 200 {
            break;
        }
        let next = &view.claims[total + 1];
        let opens = view.between(candidate.at.end, next.at.start).contains("其中");
        if !opens || !candidate.adds_to(part) || !candidate.is_exact() || !candidate.same_frame(part) {
            continue;
        }
        let (verdict, _) = judged(part.interval()?.over(candidate.interval()?)?.times(100), share)?;
        if best.is_none() || verdict == Verdict::Consistent {
            best = Some((total, verdict));
        }
        if verdict == Verdict::Consistent {
            break;
        }
    }
    let total: &Claim = &view.claims[best?.0];
    let computed = part.interval()?.over(total.interval()?)?.times(100);
    let (verdict, end) = judged(computed, share)?;
    let computed = shown(computed, share.places() + 1);
    let (one, all, stated) = (part.shown(fold), total.shown(fold), share.shown(fold));
    Some(view.finding(
        share.at,
        &[total.at, part.at, share.at],
        Said {
            rule: "share-of-a-total",
            relation: Relation::Share,
            verdict,
            formula: format!("{one} ÷ {all} = {computed}%"),
            why: format!("{one} of {all} is {computed}%, which {end} the stated {stated}."),
            stated,
            computed: format!("{computed}%"),
        },
    ))
}

/// Whether the words before a share say that it is of the total told before: 占, 占比, 占总数的.
fn of_all(words: &str) -> bool {
    let Some(rest) = words.trim().trim_start_matches(['约', '仅', '各', '分', '别']).strip_prefix('占') else {
        return false;
    };
    let rest = rest.trim_start_matches([
        '了', '其', '中', '总', '全', '部', '比', '例', '数', '量', '额', '的', '约', '为', '达', '到', '近', '人',
        '重',
    ]);
    rest.is_empty()
}
