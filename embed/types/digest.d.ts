// What a digest is made of; the same as schema/tiyao-1.json, which a test holds it to.

/** What offsets count: UTF-16 units, as JavaScript's strings do, or Unicode code points. */
export type OffsetUnit = "codepoint" | "utf16";

export type Script = "Hans" | "Hant";

/** What Tiyao read from one text. */
export interface Digest {
  schema: "tiyao/1";
  version: string;
  offsets: OffsetUnit;
  options: OptionsNote;
  source: Source;
  /** In source order; an outer one before those inside it. */
  facts: Fact[];
  coverage: Coverage;
  /** The most telling sentences. */
  summary: Piece[];
  outline: OutlineLine[];
  /** Numbers that the text allows but does not state. */
  derived: Derived[];
}

export interface OptionsNote {
  name: string;
  date: string;
  sentences: number;
  terms?: Term[];
}

/** A word of the caller's own. */
export interface Term {
  term: string;
  kind: "programme" | "organisation" | "indicator" | "unit";
  note?: string;
}

export interface Source {
  name: string;
  encoding: string;
  /** From 0 to 100. */
  sureness: number;
  damaged: number;
  container: "" | "html" | "markdown";
  script: Script;
  /** Code points, whatever offsets count. */
  characters: number;
  sha256: string;
  /** The text that was taken out of a container. */
  text?: string;
}

export interface Piece {
  start: number;
  end: number;
  text: string;
}

export interface Coverage {
  numerals: number;
  explained: number;
  unread: Piece[];
}

export interface OutlineLine {
  article: number;
  level: number;
  heading: Piece;
  line: Piece;
}

export interface Claim {
  start: number;
  end: number;
  quote: string;
}

export interface Derived {
  what: "base" | "whole";
  article: number;
  indicator: string;
  unit: string;
  low: string;
  high: string;
  formula: string;
  claims: Claim[];
}

export type Role =
  | "value"
  | "unit"
  | "bound"
  | "indicator"
  | "period"
  | "comparison"
  | "direction"
  | "scope"
  | "area"
  | "modality"
  | "name"
  | "title"
  | "issuer"
  | "speaker"
  | "anchor"
  | "mention"
  | "reason";

/** One part that a fact was read from. */
export interface Evidence {
  role: Role;
  start: number;
  end: number;
}

/** What every fact has. */
export interface FactBase {
  start: number;
  end: number;
  quote: string;
  article: number;
  rule: string;
  evidence: Evidence[];
}

export interface ArticleFact extends FactBase {
  kind: "article";
  title: string;
  subtitle: string;
  published: string;
  source: string;
  column: string;
  edition: string;
  byline: string[];
  editor: string;
  area: string;
  covers: string;
  script: Script;
}

export interface SectionFact extends FactBase {
  kind: "section";
  level: number;
}

export interface LineFact extends FactBase {
  kind: "boilerplate" | "caption" | "label";
  reason?: string;
}

export interface FigureFact extends FactBase {
  kind: "figure";
  value: number;
  high?: number;
  unit: string;
  form: "level" | "change" | "rank" | "rank_change" | "streak";
  bound: "exact" | "about" | "over" | "under";
  direction: "" | "up" | "down";
  basis: string;
  scope: string;
  indicator: string;
  period: string;
  area: string;
  modality: "actual" | "target" | "case";
  inferred?: string[];
}

export interface NotFigureFact extends FactBase {
  kind: "not_figure";
  reason: string;
}

export interface TimeFact extends FactBase {
  kind: "time";
  /** EDTF, or empty. */
  value: string;
  form: "date" | "period" | "duration" | "set" | "vague";
  inferred?: boolean;
}

export interface ProgrammeFact extends FactBase {
  kind: "programme";
  name: string;
  type: string;
}

export interface DocumentFact extends FactBase {
  kind: "document";
  name: string;
  issuer: string;
}

export interface PersonFact extends FactBase {
  kind: "person";
  name: string;
  role: string;
}

export interface NamedFact extends FactBase {
  kind: "organisation" | "place";
  name: string;
}

export interface SpeechFact extends FactBase {
  kind: "speech" | "reported_speech";
  speaker: string;
  role: string;
  mode: "direct" | "reported";
}

export interface HonourFact extends FactBase {
  kind: "honour";
  name: string;
  by: string;
  year: string;
}

export interface CommitmentFact extends FactBase {
  kind: "commitment";
  deadline: string;
  figure: string;
}

export interface CaseFact extends FactBase {
  kind: "case";
  outcome: string;
  time: string;
  place: string;
}

export interface GapFact extends FactBase {
  kind: "gap";
  suggestion: string;
}

/** What the numbers say about each other; it is never said that one is false. */
export interface CheckFact extends FactBase {
  kind: "check";
  relation: "ratio" | "sum" | "change" | "contradiction" | "duplicate" | "rank" | "share";
  stated: string;
  computed: string;
  verdict: "consistent" | "inconsistent" | "unclear";
  formula: string;
  claims: Claim[];
  why: string;
}

export type Fact =
  | ArticleFact
  | SectionFact
  | LineFact
  | FigureFact
  | NotFigureFact
  | TimeFact
  | ProgrammeFact
  | DocumentFact
  | PersonFact
  | NamedFact
  | SpeechFact
  | HonourFact
  | CommitmentFact
  | CaseFact
  | GapFact
  | CheckFact;
