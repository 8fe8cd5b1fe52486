//! One value, or numbers that stand together, with the name before or behind.

use super::against::{against, multiple_of, pace_behind};
use super::carry::Carried;
use super::clause::Item;
use super::form::{form, is_share};
use super::frame::{Basis, Frame};
use super::linked::{Linked, Walk};
use super::share::{self, shared};
use super::size::listed;
use super::subject::{self, Name};
use super::vocabulary::words;
use super::{labels, noun};
use crate::fold::{CharSpan, Fold};
use crate::lexicon::among;
use crate::model::Direction;
use crate::scan::Quantity;
use crate::scan::quantity::Shape;

impl Walk<'_> {
    /// Adds one value, or numbers that stand together, with the name before or behind, to `all`.
    pub(super) fn single(
        &self,
        items: &[Item],
        index: usize,
        frame: Frame,
        carried: &mut Carried,
        all: &mut Vec<Linked>,
    ) {
        let fold = self.fold();
        let item = &items[index];
        let last_item = index + 1 == items.len();
        let first = self.numbers[item.numbers.start];
        let last = self.numbers[item.numbers.end - 1];
        let mut frame = frame;
        let percent = is_share(first);
        // 产值是上年的1.65倍: what it is held against is no part of its name.
        if first.unit == "倍" || percent || first.shape == Shape::Fraction {
            multiple_of(fold, first.at.start, self.times, &mut frame);
        }
        if let Some(sign) = self.signed(item, first) {
            (frame.direction, frame.direction_at) = (Direction::Up, Some(sign));
        }
        // 增加15.4%,即669亿元; 减少274人(18%): the same change another way.
        let said_again = frame.direction_at.is_none() && fold.text(item.pre) == "即";
        let touches = |before: &&Quantity| before.at.end + 1 == first.at.start && fold.at(first.at.end) == ')';
        let before = item.numbers.start.checked_sub(1).and_then(|index| self.numbers.get(index)).copied();
        if let Some((direction, at)) = carried
            .changed
            .filter(|_| said_again || carried.bracketed && percent && before.as_ref().is_some_and(touches))
        {
            (frame.direction, frame.direction_at) = (direction, Some(at));
        }
        if first.family == "points"
            && let Some(at) = against(fold, frame.rest, &mut frame)
        {
            frame.rest.end = at;
        }
        let mut rest = self.clean(frame.rest);
        if share::refers_back(fold, &rest, carried) {
            rest = Name::default();
        }
        let held = self.held_against(&mut rest, item, last_item && frame.direction_at.is_none(), carried);
        // 累计雨量超过250毫米,最大为云屏镇714毫米: where it was so.
        const MOST: &[&str] = &["最大为", "最高为", "最多为", "最大的是", "最高的是", "最多的是", "最大的", "最高的"];
        if let Some(measure) = carried.names.last()
            && let Some(place) = rest.pieces.first_mut().filter(|place| fold.at(place.start) == '最')
            && let Some(most) = MOST.iter().find(|most| fold.starts_with(place.start, most))
            && place.len() > most.chars().count() + 1
        {
            place.start += most.chars().count();
            rest = rest.join(measure);
        }
        // 实现可防性案件再下降15%: the verb only leads up to what fell.
        if frame.direction_at.is_some()
            && let Some(led) =
                rest.pieces.first_mut().filter(|led| led.len() > 4 && fold.starts_with(led.start, "实现"))
        {
            led.start += 2;
        }
        // 每户每年增收2000元: the verb is what is measured, not only which way it goes.
        if let Some(verb) = frame.direction_at
            && frame.basis.is_none()
            && !percent
            && matches!(fold.text(verb), "增收" | "减收" | "增产" | "减产")
            && !rest.is_empty()
            && !labels::is_measure(fold, &rest)
        {
            rest = rest.and(verb);
        }
        // 录得15.2%的按年实质跌幅: which way and against what is said behind.
        let past = percent.then(|| pace_behind(fold, item.post)).flatten();
        if let Some((direction, at)) = past.filter(|_| frame.direction_at.is_none()) {
            (frame.direction, frame.direction_at) = (direction, Some(at));
            let yearly = ["按年", "同比"].iter().find(|word| fold.starts_with(at.start, word));
            frame.basis = frame.basis.or(yearly.map(|_| Basis::YearBefore));
            frame.basis_at = frame.basis_at.or(yearly.map(|_| at));
        }
        let opens = rest.is_empty() && last_item && frame.direction_at.is_none() && !percent;
        let noun = self.noun(item, last, &frame, opens);
        // 新建提升310公里农村公路: the second of two verbs, no change in a measure; 完成步道改善125处: nor a noun.
        let verb_at = |at: usize| words().at_of(fold.chars(), at, &["verb"]).is_some_and(|hit| hit.len > 1);
        let places = matches!(first.family, "places" | "count");
        if frame.basis.is_none()
            && let Some(verb) = frame.direction_at
            && matches!(fold.text(verb), "提升" | "扩大" | "改善")
            && rest.pieces.last().is_some_and(|last| match noun {
                Some(_) => words().before_of(fold.chars(), last.end, &["verb"]).is_some(),
                None => places && last.end == verb.start && verb_at(last.start),
            })
        {
            frame.direction_at = None;
            rest = rest.and(verb);
        }
        // 调减玉米种植面积77万亩: by how much a measure was changed.
        if noun.is_none()
            && frame.direction_at.is_none()
            && rest.pieces.last().is_some_and(|last| ends_in_stock(fold, last.end))
            && let Some(led) = rest.pieces.first_mut().filter(|led| led.len() > 3)
            && let verb_at = led.start + if fold.starts_with(led.start, "每年") { 2 } else { 0 }
            && let Some((_, direction)) = CHANGING.iter().find(|(verb, _)| fold.starts_with(verb_at, verb))
        {
            (frame.direction, frame.direction_at) = (*direction, Some(CharSpan::new(verb_at, verb_at + 2)));
            led.start = verb_at + 2;
        }
        // 出口向下拉动生产总值0.6个百分点: which way it pulled.
        let reach = if first.family == "points" { frame.rest } else { CharSpan::default() };
        let pulled = (reach.start..reach.end).find(|&at| fold.starts_with(at, "拉动"));
        frame.elsewhere |= pulled.is_some();
        if frame.direction_at.is_none()
            && let Some(at) = pulled
        {
            let down = fold.ends_with(at, "向下");
            frame.direction = if down { Direction::Down } else { Direction::Up };
            frame.direction_at = Some(CharSpan::new(if down { at - 2 } else { at }, at + 2));
        }
        // 增加5个法庭: the verb acts on what is counted; nothing is said of a change in a measure.
        if noun.is_some()
            && rest.is_empty()
            && frame.basis.is_none()
            && let Some(verb) = frame.direction_at.take()
            && matches!(fold.text(verb), "增加" | "减少" | "新增加" | "再增加")
        {
            rest = Name::of(verb);
        }
        // 主要从六个方面: the count of a list says nothing of what is in it.
        let noun = match noun.and_then(|noun| listed(fold, noun.start)) {
            Some(item) if last.unit == "个" => {
                rest = Name::default();
                Some(item)
            }
            _ => noun,
        };
        let none_of = rest.pieces.last().copied();
        let mut inferred = false;
        let mut rule = "words-before-the-number";
        let mut grown = false;
        if let (Some(_), Some(piece)) = (noun, rest.pieces.last_mut()) {
            *piece = subject::without_area(fold, *piece);
        }
        // 根据对31个省(区、市)的抽样调查: of what something was done is counted.
        let noun = noun.map(|noun| match (noun.start..noun.end).find(|&at| fold.at(at) == '的') {
            Some(of) if of > noun.start && rest.pieces.last().is_some_and(|led| fold.ends_with(led.end, "对")) => {
                rest = Name::default();
                CharSpan::new(noun.start, of)
            }
            _ => noun,
        });
        let name = if let Some(given) = self.given(&rest, item, last) {
            given
        } else if let Some([name]) = self.tagged(item, &rest, 1, carried).as_deref() {
            name.clone()
        } else if let Some(mut noun) = noun {
            rule = "noun-behind-the-number";
            let whole = noun.end;
            noun = noun::counted(fold, &last.unit, noun);
            if self.is_open(&rest)
                && let Some(head) = self.head(carried)
            {
                inferred = true;
                rest = head.join(&rest);
            } else if rest.is_empty() {
                rest = carried.verb.clone().unwrap_or_default();
            } else {
                rest = self.lead(rest, item.pre, noun.end < whole);
                carried.verb = Some(rest.clone());
            }
            rest.and(noun)
        } else if let Some(label) = carried.label.take().filter(|_| rest.is_empty() || rest.len() < 6 && last_item) {
            rule = "label-before-the-bracket";
            let measure = carried.names.last().filter(|name| rest.is_empty() && labels::is_measure(fold, name));
            let whole = measure.cloned().unwrap_or_default();
            // 〔首饰的销货数量上升13.3%。〕服装(上升7.6%): the measure alone is said of the label.
            let measure = share::measure_of_each(fold, &whole);
            if measure == whole && whole.len() < 8 {
                whole.and(label).join(&rest)
            } else {
                Name::of(label).join(&measure).join(&rest)
            }
        } else if rest.is_empty() {
            rule = "indicator-carried-over";
            inferred = true;
            // 新增公园127座,累计达到1100座: the total is not of the new ones.
            let total = frame.total.then(|| carried.counted.clone()).flatten();
            let test = if frame.ranked { self.assessed(carried) } else { None };
            let mut name = total.or(test).or_else(|| carried.names.last().cloned()).unwrap_or_default();
            // 诈骗案占罪案四成,共有2万宗: the count is not of the share.
            if (!percent || frame.direction_at.is_some()) && first.family != "points" {
                share::drop_share(fold, &mut name, frame.direction_at.is_some());
            }
            share::drop_pace(fold, &mut name, &frame);
            // 增加值增长5.5%,比上年加快1个百分点: the points are those of its growth.
            let paced = name.pieces.last().is_some_and(|&last| fold.ends_any(last.end, "速 幅"));
            let grew = carried.grew.filter(|_| first.family == "points" && !paced).unwrap_or_default();
            grown = !grew.is_empty();
            let name = name.and(share::taken(fold, first, &frame));
            name.and(frame.ranking_at.filter(|_| frame.ranked).unwrap_or_default()).and(grew)
        } else if let Some(share) = self.bare_share(&rest).filter(|_| !carried.names.is_empty()) {
            rule = "share-of-what-was-named";
            inferred = true;
            carried.names.last().cloned().unwrap_or_default().and(share)
        } else if let Some(head) = self.bare_head(&rest).filter(|_| !carried.names.is_empty()) {
            rule = "indicator-carried-over";
            inferred = true;
            self.with_head(carried.names.last().cloned().unwrap_or_default(), head)
        } else if let Some(measure) = carried
            .among
            .filter(|_| percent && share::is_kind(fold, &rest))
            .or_else(|| {
                let before = carried.names.last()?;
                let moved = percent && frame.direction_at.is_some() || first.family == "money";
                let rose = percent && rises(fold, &frame);
                if moved { self.like_before(&rest, before, rose) } else { None }
            })
            .or_else(|| self.part_of(&rest, item, carried))
            .or_else(|| self.of_place(&rest, &frame, carried.names.last()))
        {
            inferred = true;
            rest.and(measure)
        } else if let Some(measure) = self.divided(&rest, carried).filter(|_| percent) {
            inferred = true;
            measure.join(&rest)
        } else {
            self.based(rest, &mut inferred, carried)
        };
        // 九成是女性, 逾七成与网上骗案有关: what is so of the share.
        let said = percent || first.shape == Shape::Fraction;
        let said = said && last_item && noun.is_none() && frame.direction_at.is_none();
        let so = if said { share::predicate(fold, item.post) } else { None };
        let name = name.and(so.unwrap_or_default());
        // 工业增加值40万亿元,制造业增加值33万亿元,均居世界首位: the place is that of each.
        let rest_named = rule == "indicator-carried-over";
        let spread = noun.is_none() && item.numbers.len() == 1;
        let none = first.value.is_zero() && frame.direction_at.is_none() && !percent;
        let names = match name.pieces.last() {
            // 涉危、校园和监所安全实现零事故: none of each.
            _ if none && let Some(list) = none_of => {
                // “零”事故: the noun behind the mark.
                let past = CharSpan::new(item.post.start + 1, item.post.end.max(item.post.start + 1));
                let closed = matches!(fold.at(item.post.start), '”' | '」');
                let behind = || noun::behind(fold, &last.unit, past, false).filter(|_| closed);
                let event = noun.or_else(behind).unwrap_or_default();
                labels::split(fold, without_reached(fold, list)).into_iter().map(|label| label.and(event)).collect()
            }
            // 原煤达到7亿吨,原油达到1亿吨,都比上年增长8%: what is said of each thing given before.
            _ if inferred
                && frame.each
                && last_item
                && carried.row.len() > 1
                && (frame.direction_at.is_some() || frame.ranked && rest_named) =>
            {
                std::mem::take(&mut carried.row)
            }
            // 〔汽车、新能源汽车产量从第8位、第4位〕双双跃居第1位
            _ if rest_named && frame.each && frame.ranked && carried.names.len() > 1 => carried.names.clone(),
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
        for number in item.numbers.clone() {
            let form = form(self.numbers[number], &frame);
            all.extend(names.iter().map(|name| Linked {
                number,
                frame: frame.clone(),
                name: name.clone(),
                form,
                inferred,
                rule,
                turn: None,
            }));
        }
        // 收入12亿元,为预算的102%,增长3%: what grew is not the share of the plan.
        let planned = rule == "share-of-what-was-named"
            && names.last().and_then(|name| name.pieces.last()).is_some_and(|&last| share::of_plan(fold, last));
        let before = match held {
            true => carried.names.clone(),
            false => self.remember(names, item, noun, carried),
        };
        // 12个国考断面优良水体比例达91.7%: the measure behind what is counted is the next number's.
        if let Some(noun) = noun.filter(|noun| noun.end < item.post.end && !last_item)
            && among!("率例度数量额", fold.at(item.post.end - 1))
        {
            carried.names = vec![Name::of(CharSpan::new(noun.start, item.post.end))];
        }
        if grown || noun.is_some_and(|noun| noun::among_them(fold, noun.end)) {
            // 满意度在全省9个市州中排名第三
            let at = (item.pre.start..item.pre.end).find(|&at| fold.at(at) == '在').filter(|_| !grown);
            let led = at.map(|at| self.clean(CharSpan::new(item.pre.start, at))).filter(|led| !led.is_empty());
            carried.names = led.map_or_else(|| before.clone(), |led| vec![led]);
        }
        if planned {
            carried.names = before;
        }
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
        const DOING: &str = "被 脱贫 受灾 享受 参加 参与 接受 获得 荣立 荣获 受到 取得 从事 入选 获评 通过";
        let post = fold.trim(item.post);
        if found.is_none()
            && opens
            && matches!(last.family, "people" | "households" | "person-times")
            && (2..=16).contains(&post.len())
            && fold.starts_any(post.start, DOING)
        {
            return Some(post);
        }
        let done = matches!(last.unit.as_str(), "次" | "回" | "度") && opens && found.is_none();
        if done { noun::done(fold, item.post) } else { found }
    }
}

/// Measures that such verbs change; others are what comes about (增加产值).
const STOCKS: &str = "面积 支出 经费 人数 数量 里程 容量 费用 规模 债务 开支 成本 职位";

fn ends_in_stock(fold: &Fold, end: usize) -> bool {
    among!("积出费数量程用模务支本位", fold.at(end.wrapping_sub(1))) && fold.ends_any(end, STOCKS)
}

/// Verbs that change the measure that follows them.
const CHANGING: &[(&str, Direction)] = &[
    ("增加", Direction::Up),
    ("调增", Direction::Up),
    ("减少", Direction::Down),
    ("调减", Direction::Down),
    ("压减", Direction::Down),
    ("核减", Direction::Down),
    ("缩减", Direction::Down),
    ("削减", Direction::Down),
    ("删减", Direction::Down),
    ("节省", Direction::Down),
];

/// Whether a change is one that prices make: 上涨, 下降.
fn rises(fold: &Fold, frame: &Frame) -> bool {
    const MOVES: &[&str] = &["上涨", "涨", "下降", "下跌", "跌", "上升", "回落", "持平"];
    frame.direction_at.is_some_and(|at| MOVES.contains(&fold.text(at)))
}

/// 校园安全实现: the list without the word that says it was reached.
fn without_reached(fold: &Fold, mut list: CharSpan) -> CharSpan {
    if fold.ends_any(list.end, "实现 保持 均为") && list.len() > 3 {
        list.end -= 2;
    }
    list
}
