/** What a figure says about the program: whether its weights or its authors have seen the texts. */
export type Use = 'learned' | 'development';

/** A line of the scorer that the document shows, by the scorer's own label. */
export interface Metric {
  readonly label: string;
  /** What it is, in words. */
  readonly title: string;
  /** Peers do not give it. */
  readonly oursAlone?: true;
}

/** A data set that scorers outside the project measure the published tables against. */
export interface ScoredSet {
  readonly set: string;
  readonly data: string;
  /** What one document of it is. */
  readonly documents: string;
  /** What the headline metric counts. */
  readonly counts: string;
  readonly licence: string;
  /** When its texts were written. */
  readonly dated: string;
  readonly use: Use;
  readonly metrics: readonly Metric[];
  /** Other programs that the scorer can read the same task from. */
  readonly peers: readonly 'compromise'[];
}

/** A heading of the document, and the sets below it. */
export interface Task {
  readonly title: string;
  readonly sets: readonly ScoredSet[];
}

const spans: readonly Metric[] = [
  { label: 'strict span+type', title: 'same span, same type' },
  { label: 'overlap+type', title: 'overlapping span, same type' },
];
const amounts: readonly Metric[] = [
  { label: 'value', title: 'value' },
  { label: 'value+unit', title: 'value and unit' },
];
const places: readonly Metric[] = [
  { label: 'detection, exact span', title: 'found, same span' },
  { label: 'accuracy@161km of the detected', title: 'coordinates within 161 km, of those found', oursAlone: true },
];
const rquant = { data: 'R-Quant', documents: 'sentences', counts: 'quantities', licence: 'MIT (its specifications)' };
const meantime = { data: 'MEANTIME', documents: 'articles', licence: 'CC BY 4.0', dated: '2004 to 2011' };
const open = { use: 'development', peers: [] } as const;

/** Every figure that scorers outside the project give, in the order of the document. */
export const tasks: readonly Task[] = [
  {
    title: 'Names: persons, organizations, places',
    sets: [
      {
        set: 'ner-meantime',
        ...meantime,
        counts: 'names',
        ...open,
        metrics: spans,
        peers: ['compromise'],
      },
      {
        set: 'ner-ewt',
        data: 'Universal NER English EWT, test',
        documents: 'sentences',
        counts: 'names',
        licence: 'CC BY-SA 4.0',
        dated: '1999 to 2011 (web texts)',
        use: 'development',
        metrics: spans,
        peers: ['compromise'],
      },
      {
        set: 'ner-gum',
        data: 'GUM, dev',
        documents: 'documents',
        counts: 'names',
        licence: 'CC BY 4.0; texts CC BY, public domain, CC BY-SA',
        dated: '1981 to 2023',
        use: 'development',
        metrics: [
          { label: 'head match+type', title: 'head of the phrase, same type' },
          { label: '  news', title: 'the same, news only' },
        ],
        peers: ['compromise'],
      },
      {
        set: 'ner-wikigold',
        data: 'WikiGold',
        documents: 'sentences',
        counts: 'names',
        licence: 'CC BY 4.0',
        dated: 'Wikipedia, to 2009',
        use: 'learned',
        metrics: spans,
        peers: ['compromise'],
      },
      {
        set: 'ner-re3d',
        data: 're3d',
        documents: 'reports',
        counts: 'names',
        licence: 'per source: public domain, OGL, CC BY, CC BY-SA, CC BY-NC',
        dated: 'to 2017',
        use: 'learned',
        metrics: spans,
        peers: ['compromise'],
      },
    ],
  },
  {
    title: 'Places and their coordinates',
    sets: [
      {
        set: 'geo-lgl',
        data: 'LGL (Local-Global Lexicon), open half',
        documents: 'articles',
        counts: 'toponyms',
        licence: "publishers' texts, for measuring only",
        dated: '2009',
        ...open,
        metrics: places,
        peers: ['compromise'],
      },
      {
        set: 'geo-geovirus',
        data: 'GeoVirus',
        documents: 'articles',
        counts: 'toponyms',
        licence: 'repository GPL-3; texts Wikinews, CC BY',
        dated: 'to 2017',
        ...open,
        metrics: places,
        peers: ['compromise'],
      },
    ],
  },
  {
    title: 'Quantities',
    sets: [
      {
        set: 'quant-newsquant',
        data: 'NewsQuant, open half',
        documents: 'sentences',
        counts: 'quantities',
        licence: 'none stated, for measuring only',
        dated: 'to 2023',
        ...open,
        metrics: [
          ...amounts,
          { label: 'value+change', title: 'value and change or hedge' },
          { label: 'concept complete', title: 'value, unit, change and what is counted' },
        ],
      },
      {
        set: 'quant-meantime',
        ...meantime,
        counts: 'quantities',
        ...open,
        metrics: [
          { label: 'relaxed span', title: 'overlapping span' },
          { label: 'strict span', title: 'same span' },
        ],
      },
      { set: 'quant-age', ...rquant, dated: 'to 2023', ...open, metrics: amounts },
      { set: 'quant-currency', ...rquant, dated: 'to 2023', ...open, metrics: amounts },
      { set: 'quant-dimension', ...rquant, dated: 'to 2023', ...open, metrics: amounts },
      { set: 'quant-temperature', ...rquant, dated: 'to 2023', ...open, metrics: amounts },
      {
        set: 'quant-quantulum',
        data: 'unit tests of quantulum3',
        documents: 'sentences',
        counts: 'quantities',
        licence: 'MIT',
        dated: 'to 2024',
        ...open,
        metrics: amounts,
      },
    ],
  },
  {
    title: 'Times',
    sets: [
      {
        set: 'dates-meantime',
        ...meantime,
        counts: 'time expressions',
        ...open,
        metrics: [
          { label: 'relaxed', title: 'overlapping span' },
          { label: 'strict', title: 'same span' },
          { label: 'value', title: 'overlapping span, same TIMEX3 value' },
        ],
      },
    ],
  },
  {
    title: 'Events',
    sets: [
      {
        set: 'events-plover',
        data: 'PLOVER gold standard records, open half',
        documents: 'sentences',
        counts: 'types',
        licence: 'CC BY-SA 4.0',
        dated: '2021 (made sentences)',
        ...open,
        metrics: [
          { label: 'types, micro', title: 'type' },
          { label: 'actor head given type', title: 'actor, where the type is right' },
          { label: 'recipient head given type', title: 'recipient, where the type is right' },
          { label: 'mode given type', title: 'mode, where the type is right' },
        ],
      },
      {
        set: 'events-plv',
        data: 'PLV, train part',
        documents: 'sentences',
        counts: 'pairs',
        licence: 'none stated, for measuring only',
        dated: 'to 2024',
        ...open,
        metrics: [
          { label: 'macro-F1 over roots', title: 'mean F1 of 15 types, pair given' },
          { label: 'accuracy', title: 'right type, of all pairs' },
        ],
      },
      {
        set: 'events-case',
        data: 'CASE 2021 task 2, half',
        documents: 'snippets',
        counts: 'snippets',
        licence: 'none stated, for measuring only',
        dated: 'to 2021',
        ...open,
        metrics: [{ label: 'a fitting type among the events', title: 'snippets with a fitting type' }],
      },
      {
        set: 'events-modality',
        ...meantime,
        counts: 'events found',
        ...open,
        metrics: [
          { label: 'certainty (possible, probable): same', title: 'certainty, of the events found' },
          { label: 'polarity (negated): same', title: 'polarity, of the events found' },
        ],
      },
    ],
  },
  {
    title: 'Quotations',
    sets: [
      {
        set: 'quotes-polnear',
        data: 'PolNeAR, 120 articles of the train part',
        documents: 'articles',
        counts: 'direct or mixed attributions',
        licence: "publishers' texts, for measuring only",
        dated: '2015 to 2016',
        ...open,
        metrics: [
          { label: 'direct+mixed content >=0.8', title: 'direct and mixed: content, 80 % of the words' },
          { label: 'direct+mixed speaker head', title: 'direct and mixed: speaker, where the content is right' },
          { label: 'direct content exact', title: 'direct: same words' },
          { label: 'indirect content >=0.8', title: 'indirect: content, 80 % of the words' },
        ],
      },
    ],
  },
  {
    title: 'Pages and copies',
    sets: [
      {
        set: 'html',
        data: 'article-extraction-benchmark, open half',
        documents: 'pages',
        counts: 'pages',
        licence: "MIT; pages their publishers'",
        dated: '2019 to 2020',
        ...open,
        metrics: [{ label: 'F1', title: 'F1 of shingles of four words' }],
      },
      {
        set: 'dedupe-bbc',
        data: 'BBC News, with 200 edited copies made by program',
        documents: 'articles',
        counts: 'copies',
        licence: 'BBC, research only: for measuring',
        dated: '2004 to 2005',
        ...open,
        metrics: [
          { label: 'exact copies: duplicate_of', title: 'exact copies' },
          { label: 'edited copies: same story', title: 'edited copies in the story of the original' },
        ],
      },
    ],
  },
];

/** All sets, without their headings. */
export const scoredSets: readonly ScoredSet[] = tasks.flatMap((task) => task.sets);

/** A treebank of which the dev half is measured; no weights learn from it. */
export interface Treebank {
  readonly data: string;
  readonly file: string;
  readonly licence: string;
  readonly dated: string;
}

/** The treebanks that the taggers and parsers are measured on. */
export const treebanks: readonly Treebank[] = [
  {
    data: 'GUM, dev',
    file: 'gum/dev.conllu',
    licence: 'CC BY 4.0; texts CC BY, public domain, CC BY-SA',
    dated: '1981 to 2023',
  },
  {
    data: 'UD English EWT, dev',
    file: 'ud_ewt/dev.conllu',
    licence: 'CC BY-SA 4.0',
    dated: '1999 to 2011 (web texts)',
  },
];

/** The sets of the learning curve, and the figure above that counts the names of the same texts. */
export const curveSets: Readonly<Record<string, { readonly set: string; readonly label: string }>> = {
  'EWT test': { set: 'ner-ewt', label: 'strict span+type' },
  'GUM dev': { set: 'ner-gum', label: 'head match+type' },
  'GUM dev, news': { set: 'ner-gum', label: '  news' },
};
