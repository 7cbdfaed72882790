/** A kind of row that is marked in a text, in the order of the switches. */
export interface Layer {
  readonly table: string;
  readonly name: string;
  /** Shown when an article is opened. */
  readonly isOn: boolean;
}

/** What can be marked; the style of each is in `explorer.css` under its table's name. */
export const layers: readonly Layer[] = [
  { table: 'mentions', name: 'Names', isOn: true },
  { table: 'statistics', name: 'Numbers', isOn: true },
  { table: 'event_mentions', name: 'Events', isOn: true },
  { table: 'quotations', name: 'Quotations', isOn: true },
  { table: 'dates', name: 'Dates', isOn: false },
  { table: 'affiliations', name: 'Roles', isOn: false },
  { table: 'participants', name: 'Participants', isOn: false },
];
