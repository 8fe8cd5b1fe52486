//! One value, or numbers that stand together, with the name before or behind.

use super::carry::Carried;
use super::clause::Item;
use super::form::{form, is_share};
use super::frame::Frame;
use super::linked::{Linked, Walk};
use super::remember::shared_head;
use super::share::{self, shared};
use super::subject::{self, Name};
use super::vocabulary::words;
use super::{labels, noun};
use crate::fold::{CharSpan, Fold};
use crate::model::Direction;
use crate::scan::Quantity;
use crate::scan::quantity::Shape;

impl Walk<'_> {
    /// One value, or numbers that stand together, with the name before or behind.
    pub(super) fn single<'b>(
        &'b self,
        items: &[Item],
        index: usize,
        frame: Frame,
        carried: &mut Carried,
    ) -> Vec<Linked<'b>> {
        let fold = self.fold();
        let item = &items[index];
        let last_item = index + 1 == items.len();
        let first = self.numbers[item.numbers.start];
        let last = self.numbers[item.numbers.end - 1];
        let mut frame = frame;
        // 产值是上年的1.65倍: what it is held against is no part of its name.
        if (first.unit == "倍" || is_share(first) || first.shape == Shape::Fraction)
            && fold.ends_with(first.at.start, "的")
            && let Some(is) =
                (frame.rest.start + 1..frame.rest.end).find(|&at| fold.at(at) == '是' || fold.starts_with(at, "相当于"))
        {
            frame.rest.end = is;
        }
        if first.family == "points"
            && let Some(at) = against(fold, frame.rest, &mut frame)
        {
            frame.rest.end = at;
        }
        let mut rest = self.clean(frame.rest);
        // 每户每年增收2000元: the verb is what is measured, not only which way it goes.
        if let Some(verb) = frame.direction_at
            && frame.basis.is_none()
            && !is_share(first)
            && matches!(fold.words(verb).as_str(), "增收" | "减收" | "增产" | "减产")
            && !rest.is_empty()
            && !labels::is_measure(fold, &rest)
        {
            rest = rest.and(verb);
        }
        let opens = rest.is_empty() && last_item && frame.direction_at.is_none() && !is_share(first);
        let noun = self.noun(item, last, &frame, opens);
        // 增加5个法庭: the verb acts on what is counted; nothing is said of a change in a measure.
        if noun.is_some()
            && rest.is_empty()
            && frame.basis.is_none()
            && let Some(verb) = frame.direction_at.take()
            && matches!(fold.words(verb).as_str(), "增加" | "减少" | "新增加" | "再增加")
        {
            rest = Name::of(verb);
        }
        let none_of = rest.pieces.last().map(|&list| without_reached(fold, list));
        let mut inferred = Vec::new();
        let mut rule = "words-before-the-number";
        if let (Some(_), Some(piece)) = (noun, rest.pieces.last_mut()) {
            *piece = subject::without_area(fold, *piece);
        }
        let name = if let Some(given) = self.given(&rest, item, last) {
            given
        } else if let Some(mut noun) = noun {
            rule = "noun-behind-the-number";
            let whole = noun.end;
            noun = noun::counted(fold, &last.unit, noun);
            if self.is_open(&rest)
                && let Some(head) = self.head(carried)
            {
                inferred.push("indicator");
                rest = head.join(&rest);
            } else if rest.is_empty() {
                rest = carried.verb.clone().unwrap_or_default();
            } else {
                rest = self.lead(rest, item.pre, noun.end < whole);
                carried.verb = Some(rest.clone());
            }
            rest.and(noun)
        } else if let Some(label) = carried.label.take().filter(|_| rest.is_empty()) {
            rule = "label-before-the-bracket";
            let measure = carried.names.last().filter(|name| labels::is_measure(fold, name));
            measure.cloned().unwrap_or_default().and(label)
        } else if rest.is_empty() {
            rule = "indicator-carried-over";
            inferred.push("indicator");
            // 新增公园127座,累计达到1100座: the total is not of the new ones.
            let total = frame.total.then(|| carried.counted.clone()).flatten();
            let mut name = total.or_else(|| carried.names.last().cloned()).unwrap_or_default();
            // 诈骗案占罪案四成,共有2万宗: the count is not of the share.
            if (!is_share(first) || frame.direction_at.is_some()) && first.family != "points" {
                share::drop_share(fold, &mut name, frame.direction_at.is_some());
            }
            name.and(frame.ranking_at.filter(|_| frame.ranked).unwrap_or_default())
        } else if let Some(share) = self.bare_share(&rest).filter(|_| !carried.names.is_empty()) {
            rule = "share-of-what-was-named";
            inferred.push("indicator");
            carried.names.last().cloned().unwrap_or_default().and(share)
        } else if let Some(head) = self.bare_head(&rest).filter(|_| !carried.names.is_empty()) {
            rule = "indicator-carried-over";
            inferred.push("indicator");
            carried.names.last().cloned().unwrap_or_default().and(head)
        } else if let Some(measure) = carried
            .names
            .last()
            .filter(|_| is_share(first) && frame.direction_at.is_some())
            .and_then(|before| self.like_before(&rest, before))
        {
            inferred.push("indicator");
            rest.and(measure)
        } else if let Some(measure) = self.divided(&rest, carried).filter(|_| is_share(first)) {
            inferred.push("indicator");
            measure.join(&rest)
        } else {
            self.based(rest, &mut inferred, carried)
        };
        let spread = noun.is_none() && item.numbers.len() == 1;
        let none = first.value.is_zero() && frame.direction_at.is_none() && !is_share(first);
        let names = match name.pieces.last() {
            // 涉危、校园和监所安全实现零事故: none of each.
            _ if none && let Some(list) = none_of => {
                // “零”事故: the noun behind the mark.
                let past = CharSpan::new(item.post.start + 1, item.post.end.max(item.post.start + 1));
                let closed = matches!(fold.at(item.post.start), '”' | '」');
                let behind = || noun::behind(fold, &last.unit, past, false).filter(|_| closed);
                let event = noun.or_else(behind).unwrap_or_default();
                labels::split(fold, list).into_iter().map(|label| label.and(event)).collect()
            }
            // 原煤达到7亿吨,原油达到1亿吨,都比上年增长8%: what is said of each thing given before.
            _ if inferred.len() == 1
                && frame.each
                && last_item
                && carried.row.len() > 1
                && frame.direction_at.is_some() =>
            {
                std::mem::take(&mut carried.row)
            }
            Some(&list) if spread && shared(first, &frame, fold, list) => {
                labels::spread(labels::split(fold, list), &name)
            }
            _ => vec![name],
        };
        // 总量和增速均居全国第5位: each measure of the list is one of what was named before.
        let names = match carried.names.last() {
            Some(before) if names.len() > 1 && names.iter().all(|name| self.bare_head(name).is_some()) => {
                names.iter().map(|name| before.clone().join(name)).collect()
            }
            _ => names,
        };
        let before = carried.names.clone();
        self.remember(&names, item, noun, carried);
        // 收入12亿元,为预算的102%,增长3%: what grew is not the share of the plan.
        if rule == "share-of-what-was-named"
            && names.last().and_then(|name| name.pieces.last()).is_some_and(|&last| share::of_plan(fold, last))
        {
            carried.names = before;
        }
        let mut found = Vec::new();
        for number in item.numbers.clone() {
            let quantity = self.numbers[number];
            for name in &names {
                found.push(Linked {
                    quantity,
                    frame: frame.clone(),
                    name: name.clone(),
                    form: form(quantity, &frame),
                    inferred: inferred.clone(),
                    rule,
                    turn: None,
                });
            }
        }
        found
    }

    /// The noun behind a number that counts it; none behind a share unless 的 links it.
    pub(super) fn noun(&self, item: &Item, last: &Quantity, frame: &Frame, opens: bool) -> Option<CharSpan> {
        let fold = self.fold();
        let linked = fold.at(fold.trim(item.post).start) == '的';
        // 混色菊共14盆的报价: what is counted stands before.
        if linked && fold.ends_with(last.number.start, "共") && frame.rest.len() > 2 {
            return None;
        }
        let measure = is_share(last)
            || matches!(last.family, "points" | "rank" | "ratio" | "index")
            || last.shape == Shape::Ordinal;
        // 持有35.23%股份: a share of what it is a share of.
        if is_share(last) && frame.direction_at.is_none() && !linked {
            let post = fold.trim(item.post);
            return share::of_whom(fold, post, frame.rest.is_empty());
        }
        if frame.ranked || measure && (!linked || frame.direction_at.is_some()) {
            return None;
        }
        let found = noun::behind(fold, &last.unit, item.post, opens);
        // 两次〔下调存款准备金率〕: times are counted of what was done.
        // 1.2万人〔享受最低生活保障〕: what they did.
        const DOING: &[&str] =
            &["享受", "参加", "参与", "接受", "获得", "荣立", "荣获", "受到", "取得", "从事", "入选", "获评", "通过"];
        let post = fold.trim(item.post);
        if found.is_none()
            && opens
            && matches!(last.family, "people" | "households" | "person-times")
            && (4..=16).contains(&post.len())
            && DOING.iter().any(|word| fold.starts_with(post.start, word))
        {
            return Some(post);
        }
        let done = matches!(last.unit.as_str(), "次" | "回" | "度") && opens && found.is_none();
        if done { noun::done(fold, item.post) } else { found }
    }

    /// The words before a number whose noun stands behind it: only the verb and what belongs to it.
    ///
    /// `cut` says that the number counts only what the noun behind it belongs to, so that the verb is not said of it.
    pub(super) fn lead(&self, rest: Name, pre: CharSpan, cut: bool) -> Name {
        let fold = self.fold();
        let chars = fold.chars();
        let before = fold.trim(pre).end;
        // 全市派出所实现28项…: who reached it does not belong to what is counted; 主要从六个方面: nor how.
        let alone = |word: &str| rest.len() == word.chars().count() && fold.starts_with(rest.pieces[0].start, word);
        if ["实现", "其余", "其他", "另外"].iter().any(|word| fold.ends_with(before, word))
            || ["主要", "重点", "方面", "领域", "环节"].iter().any(|word| alone(word))
        {
            return Name::default();
        }
        let Some((&first, &last)) = rest.pieces.first().zip(rest.pieces.last()) else { return rest };
        let mut last = last;
        for whole in ["所有", "全部", "这", "上述"] {
            if fold.ends_with(last.end, whole) && last.len() > whole.chars().count() {
                last.end -= whole.chars().count();
            }
        }
        // 开展A、B等〔13项行动〕, 完成A和〔13个B〕: what stands in the list is not what the number counts.
        if matches!(fold.at(last.end - 1), '等' | '和') || fold.ends_with(fold.trim(pre).end, "和") {
            let mut end = first.start;
            while let Some(hit) = words()
                .at_of(chars, end, &["verb", "adverb", "light"])
                .filter(|hit| hit.len > 1 && end + hit.len <= first.end)
            {
                end += hit.len;
            }
            return Name::of(CharSpan::new(first.start, end));
        }
        // 在随州主城区新建: the verb alone, without where it was done.
        if first.start > 0
            && fold.at(first.start - 1) == '在'
            && let Some(hit) =
                words().before_of(chars, last.end, &["verb"]).filter(|hit| last.end - hit.len > last.start)
        {
            return Name::of(CharSpan::new(last.end - hit.len, last.end));
        }
        if let Some(hit) = words()
            .before_of(chars, last.end, &["light"])
            .filter(|hit| last.end - hit.len >= last.start && hit.len >= 2)
        {
            let end = last.end - hit.len;
            if cut {
                return Name::default();
            }
            if end == last.start {
                return Name { pieces: rest.pieces[..rest.pieces.len() - 1].to_vec() };
            }
        }
        if rest.len() <= 10 {
            return rest;
        }
        // A long lead holds a whole statement: only its last verb takes the number.
        match words().before_of(chars, last.end, &["verb"]).filter(|hit| last.end - hit.len >= last.start) {
            Some(hit) => Name::of(CharSpan::new(last.end - hit.len, last.end)),
            None => rest,
        }
    }

    /// A bare rate or verb takes the body or the thing counted that it is said of: 审判机关〔受理…,〕审结; 〔中心建成510个,〕完成率.
    pub(super) fn based(&self, rest: Name, inferred: &mut Vec<&'static str>, carried: &mut Carried) -> Name {
        let fold = self.fold();
        let Some(&at) = rest.pieces.last() else { return rest };
        if self.is_open(&rest)
            && let Some(head) = self.head(carried)
        {
            inferred.push("indicator");
            return head.join(&rest);
        }
        // 司法所小所2人、大所3人: the second of two short labels leaves out what they share.
        if let Some(before) = carried.names.last()
            && let Some(&shown) = before.pieces.last()
            && rest.len() == 2
            && shown.len() > 3
            && fold.at(shown.end - 1) == fold.at(at.end - 1)
            && fold.at(at.start.wrapping_sub(1)) == '、'
        {
            let head = CharSpan::new(shown.start, shown.end - 2);
            let lead = Name { pieces: before.pieces[..before.pieces.len() - 1].to_vec() };
            return lead.and(head).join(&rest);
        }
        let whole = rest.pieces.first().map(|first| CharSpan::new(first.start, at.end));
        let rated = fold.at(at.end.wrapping_sub(1)) == '率';
        if let Some(actor) = whole.and_then(|whole| subject::actor(fold, whole)).filter(|_| !rated) {
            carried.actor = Some(actor);
            return rest;
        }
        let rate = fold.at(at.end.saturating_sub(1)) == '率' && rest.len() <= 5;
        if rest.len() <= 3
            && let Some(actor) = carried.actor
        {
            inferred.push("indicator");
            return Name::of(actor).join(&rest);
        }
        let base = carried.counted.clone().or_else(|| shared_head(&carried.names).filter(|_| rest.len() <= 3));
        if let Some(mut base) = base.filter(|_| rate) {
            let stem = fold.slice(CharSpan::new(at.start, at.end - 1));
            let named = carried.whole.as_ref().unwrap_or(&base).words(fold) + &base.words(fold);
            if !stem.windows(2).any(|pair| named.contains(&pair.iter().collect::<String>())) {
                inferred.push("indicator");
                if let Some(first) = base.pieces.first_mut()
                    && ["各类", "各项", "各种", "各级"].iter().any(|word| fold.starts_with(first.start, word))
                {
                    first.start = first.end.min(first.start + 2);
                }
                return base.join(&rest);
            }
        }
        rest
    }

    /// 县财政每年拿出40万元为群众购买保险: money given is named by what it is for.
    fn given(&self, rest: &Name, item: &Item, quantity: &Quantity) -> Option<Name> {
        const GIVING: &[&str] = &["拿出", "出资", "投入", "安排", "筹集", "拨付", "拨出", "支出"];
        const AIMS: &[&str] = &["为", "给", "用于", "支持", "帮助", "资助"];
        let fold = self.fold();
        let post = fold.trim(item.post);
        let &last = rest.pieces.last()?;
        let verb = GIVING.iter().find(|word| fold.ends_with(last.end, word))?;
        if quantity.family != "money" || post.len() < 4 || !AIMS.iter().any(|word| fold.starts_with(post.start, word)) {
            return None;
        }
        let mut giver = CharSpan::new(last.start, last.end.saturating_sub(verb.chars().count()).max(last.start));
        if fold.ends_with(giver.end, "每年") {
            giver.end -= 2;
        }
        Some(Name::of(giver).and(CharSpan::new(post.start, post.end.min(post.start + 24))))
    }
}

/// 校园安全实现: the list without the word that says it was reached.
fn without_reached(fold: &Fold, mut list: CharSpan) -> CharSpan {
    if ["实现", "保持", "均为"].iter().any(|word| fold.ends_with(list.end, word)) && list.len() > 3 {
        list.end -= 2;
    }
    list
}

/// 一审服判率96.4%,高出未适用案件25.6个百分点, 比未适用案件高: where the words start that say against whom points are
/// counted.
fn against(fold: &Fold, rest: CharSpan, frame: &mut Frame) -> Option<usize> {
    const SIDES: [(&str, Direction); 8] = [
        ("高出", Direction::Up),
        ("高于", Direction::Up),
        ("超出", Direction::Up),
        ("快于", Direction::Up),
        ("好于", Direction::Up),
        ("低于", Direction::Down),
        ("慢于", Direction::Down),
        ("落后", Direction::Down),
    ];
    for at in (rest.start..rest.end).rev() {
        let side = SIDES.iter().find(|(word, _)| fold.starts_with(at, word));
        if let Some((word, direction)) = side.filter(|_| frame.direction_at.is_none()) {
            (frame.direction, frame.direction_at) = (*direction, Some(CharSpan::new(at, at + word.chars().count())));
            frame.elsewhere = true;
            return Some(at);
        }
        let word = matches!(fold.at(at), '比' | '较')
            && !matches!(fold.at(at + 1), '例' | '重' | '值' | '率')
            && !matches!(fold.at(at.wrapping_sub(1)), '占' | '对' | '同' | '环' | '之' | '百');
        if word && frame.direction_at.is_some() && at + 2 < rest.end {
            frame.elsewhere |= frame.basis.is_none();
            return Some(at);
        }
    }
    None
}
