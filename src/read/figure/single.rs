//! One value, or numbers that stand together, with the name before or behind.

use super::carry::Carried;
use super::clause::Item;
use super::form::{form, is_share};
use super::frame::{Frame, is_pace};
use super::linked::{Linked, Walk};
use super::subject::{self, Name};
use super::vocabulary::words;
use super::{labels, noun};
use crate::fold::{CharSpan, Fold};
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
        let mut rest = self.clean(frame.rest);
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
        let mut inferred = Vec::new();
        let mut rule = "words-before-the-number";
        let name = if let Some(noun) = noun {
            rule = "noun-behind-the-number";
            if rest.is_empty() {
                rest = carried.verb.clone().unwrap_or_default();
            } else {
                rest = self.lead(rest, item.pre);
                carried.verb = Some(rest.clone());
            }
            rest.and(noun)
        } else if rest.is_empty() {
            rule = "indicator-carried-over";
            inferred.push("indicator");
            // 新增公园127座,累计达到1100座: the total is not of the new ones.
            let total = frame.total.then(|| carried.counted.clone()).flatten();
            let name = total.or_else(|| carried.names.last().cloned()).unwrap_or_default();
            name.and(frame.ranking_at.filter(|_| frame.ranked).unwrap_or_default())
        } else if let Some(share) = self.bare_share(&rest).filter(|_| !carried.names.is_empty()) {
            rule = "share-of-what-was-named";
            inferred.push("indicator");
            carried.names.last().cloned().unwrap_or_default().and(share)
        } else if let Some(head) = self.bare_head(&rest).filter(|_| !carried.names.is_empty()) {
            rule = "indicator-carried-over";
            inferred.push("indicator");
            carried.names.last().cloned().unwrap_or_default().and(head)
        } else {
            self.based(rest, &mut inferred, carried)
        };
        let spread = noun.is_none() && item.numbers.len() == 1;
        let names = match name.pieces.last() {
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
        self.remember(&names, item, noun, carried);
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
                });
            }
        }
        found
    }

    /// 〔总产值增长6.5%、〕占工业总产值比重: the share of what was named before.
    fn bare_share(&self, rest: &Name) -> Option<CharSpan> {
        let &[at] = rest.pieces.as_slice() else { return None };
        (self.fold().at(at.start) == '占' && !matches!(self.fold().at(at.start + 1), '地' | '道' | '用' | '有'))
            .then_some(at)
    }

    /// A noun that measures nothing by itself, only what was named before: 〔地区生产总值5.2万亿元,〕总量居全国第5位.
    fn bare_head(&self, rest: &Name) -> Option<CharSpan> {
        const HEADS: &[&str] = &["总量", "占比", "比重", "规模", "增量", "总额", "总数", "总规模", "均价", "幅度"];
        let &[at] = rest.pieces.as_slice() else { return None };
        let said = self.fold().words(at);
        (HEADS.contains(&said.as_str()) || is_pace(&said)).then_some(at)
    }

    /// The noun behind a number that counts it; none behind a share unless 的 links it.
    pub(super) fn noun(&self, item: &Item, last: &Quantity, frame: &Frame, opens: bool) -> Option<CharSpan> {
        let fold = self.fold();
        let linked = fold.at(fold.trim(item.post).start) == '的';
        let measure = is_share(last)
            || matches!(last.family, "points" | "rank" | "ratio" | "index")
            || last.shape == Shape::Ordinal;
        if frame.ranked || measure && (!linked || frame.direction_at.is_some()) {
            return None;
        }
        let found = noun::behind(fold, item.post, opens);
        // 两次〔下调存款准备金率〕: times are counted of what was done.
        let done = matches!(last.unit.as_str(), "次" | "回" | "度") && opens && found.is_none();
        if done { noun::done(fold, item.post) } else { found }
    }

    /// The words before a number whose noun stands behind it: only the verb and what belongs to it.
    pub(super) fn lead(&self, rest: Name, pre: CharSpan) -> Name {
        let fold = self.fold();
        let chars = fold.chars();
        let Some((&first, &last)) = rest.pieces.first().zip(rest.pieces.last()) else { return rest };
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
        let whole = rest.pieces.first().map(|first| CharSpan::new(first.start, at.end));
        if let Some(actor) = whole.and_then(|whole| subject::actor(fold, whole)) {
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
        // 〔农村监控网络全面建成,〕覆盖率达到90%以上: a rate that says nothing without its thing.
        const OPEN: &[&str] = &[
            "覆盖率",
            "建成率",
            "完成率",
            "使用率",
            "普及率",
            "安装率",
            "落实率",
            "到位率",
            "开工率",
            "联网率",
            "入网率",
        ];
        if let Some(topic) = carried.topic.clone().filter(|_| OPEN.contains(&rest.words(fold).as_str())) {
            inferred.push("indicator");
            return topic.join(&rest);
        }
        if rate && let Some(base) = carried.counted.clone() {
            let stem = fold.slice(CharSpan::new(at.start, at.end - 1));
            let said = base.words(fold);
            if !stem.windows(2).any(|pair| said.contains(&pair.iter().collect::<String>())) {
                inferred.push("indicator");
                return base.join(&rest);
            }
        }
        rest
    }

    pub(super) fn remember(&self, names: &[Name], item: &Item, noun: Option<CharSpan>, carried: &mut Carried) {
        let first = self.numbers[item.numbers.start];
        carried.names = names.to_vec();
        if !matches!(first.family, "share" | "points" | "rank") {
            let name = names.last().cloned().unwrap_or_default();
            carried.counted = Some(noun.map_or_else(|| self.without_verbs(name), Name::of));
        }
    }

    /// 村(社区)综治中心建成 → 村(社区)综治中心; 创成省级示范村 → 省级示范村.
    pub(super) fn without_verbs(&self, mut name: Name) -> Name {
        let chars = self.fold().chars();
        if let Some(last) = name.pieces.last_mut()
            && let Some(hit) = words().before_of(chars, last.end, &["verb"])
            && last.end - hit.len > last.start + 2
        {
            last.end -= hit.len;
        }
        if let Some(first) = name.pieces.first_mut()
            && let Some(hit) = words().at_of(chars, first.start, &["verb"])
            && first.start + hit.len < first.end
        {
            first.start += hit.len;
        }
        name
    }
}

/// Whether one value is said of each thing in a list.
fn shared(quantity: &Quantity, frame: &Frame, fold: &Fold, list: CharSpan) -> bool {
    let rate = is_share(quantity) || quantity.family == "points" || quantity.shape == Shape::Ordinal;
    (rate && (frame.each || labels::all_measures(fold, list))) || frame.each && quantity.value.is_zero()
}
