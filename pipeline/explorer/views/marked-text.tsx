import { useEffect, useRef } from 'preact/hooks';
import type { EvidenceRow } from '../data/article-rows.ts';
import { labelOf, singular } from '../show/label.ts';
import type { Block } from '../text/blocks.ts';
import { type Segment, segmentsOf } from '../text/segments.ts';
import { visible } from '../text/visible.ts';

interface Props {
  readonly blocks: readonly Block[];
  readonly rows: readonly EvidenceRow[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}

/**
 * A text with its rows marked. One stop of the Tab key: the arrow keys go from mark to mark, Enter opens one. Where marks
 * overlap, each click takes the next longer one.
 */
export function MarkedText({ blocks, rows, selected, onSelect }: Props) {
  const home = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = home.current?.querySelector('.is-selected');
    target?.scrollIntoView({ block: 'center' });
  }, [selected, blocks]);
  const onClick = (event: Event): void => {
    const keys = keysAt(event.target);
    if (keys.length === 0 || String(getSelection() ?? '') !== '') return;
    onSelect(keys[(keys.indexOf(selected ?? '') + 1) % keys.length]!);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys = keysAt(event.target);
    if (keys.length === 0) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(keys[(keys.indexOf(selected ?? '') + 1) % keys.length]!);
    } else if (step(home.current!, event)) event.preventDefault();
  };
  // Blocks before it, as a headline, may hold no mark.
  const segments = blocks.map((block) => segmentsOf(block, rows));
  const stop = segments.flat().find(({ begins }) => begins.length > 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the marks inside are buttons; one listener serves them all
    <div class="text" ref={home} onClick={onClick} onKeyDown={onKeyDown}>
      {blocks.map((block, i) => (
        <BlockShown key={block.start} block={block} segments={segments[i]!} selected={selected} stop={stop} />
      ))}
    </div>
  );
}

function keysAt(target: EventTarget | null): readonly string[] {
  const segment = target instanceof Element ? target.closest<HTMLElement>('[data-keys]') : null;
  return segment?.dataset.keys?.split(' ') ?? [];
}

/** Moves the focus to another mark. */
function step(home: HTMLElement, { key, target }: KeyboardEvent): boolean {
  const marks = [...home.querySelectorAll<HTMLElement>('[role=button]')];
  const at = marks.indexOf(target as HTMLElement);
  const places: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: marks.length - 1,
  };
  const next = marks[places[key] ?? -1];
  if (!next) return false;
  for (const mark of marks) mark.tabIndex = mark === next ? 0 : -1;
  next.focus();
  return true;
}

interface BlockProps {
  readonly block: Block;
  readonly segments: readonly Segment<EvidenceRow>[];
  readonly selected: string | null;
  /** The first mark of the text: where the tab key goes. */
  readonly stop: Segment<EvidenceRow> | undefined;
}

function BlockShown({ block, segments, selected, stop }: BlockProps) {
  const holdsSelected = segments.some(({ marks }) => marks.some(({ key }) => key === selected));
  return (
    <>
      {block.isAfterGap && (
        <p class="gap" title="Something here is not shown: the rights allow sentences with evidence only">
          ⋯
        </p>
      )}
      <p dir="auto">
        {segments.map((segment, i) => (
          <SegmentShown key={i} segment={segment} selected={selected} isStop={!holdsSelected && segment === stop} />
        ))}
      </p>
    </>
  );
}

function SegmentShown({
  segment: { text, marks, begins },
  selected,
  isStop,
}: {
  segment: Segment<EvidenceRow>;
  selected: string | null;
  isStop: boolean;
}) {
  if (marks.length === 0) return <bdi>{visible(text)}</bdi>;
  const isSelected = marks.some(({ key }) => key === selected);
  const kinds = [...new Set(marks.map(({ table }) => `on-${table.name}`))].join(' ');
  const attributes = {
    class: `seg ${kinds}${isSelected ? ' is-selected' : ''}`,
    'data-keys': marks.map(({ key }) => key).join(' '),
  };
  if (begins.length === 0) return <span {...attributes}>{visible(text)}</span>;
  const said = begins.map(({ table, row }) => `${singular[table.name]}: ${labelOf(table.name, row)}`).join('; ');
  const startsSelected = begins.some(({ key }) => key === selected);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not break over lines
    <span
      {...attributes}
      role="button"
      tabIndex={isStop || startsSelected ? 0 : -1}
      title={said}
      aria-pressed={isSelected}
    >
      {visible(text)}
    </span>
  );
}
