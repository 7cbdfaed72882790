import type { ComponentChildren } from 'preact';
import { visible } from '../text/visible.ts';

/** A text of the data: its direction of writing stays its own, and its hidden signs are shown. */
export const Said = ({ children }: { children: string }) => <bdi>{visible(children)}</bdi>;

/** Something that the reader should know, in place of a page or as a part of one. */
export function Notice({
  title,
  Heading = 'h1',
  children,
}: {
  title: string;
  Heading?: 'h1' | 'h2';
  children?: ComponentChildren;
}) {
  return (
    <section class="notice" role="status">
      <Heading>{title}</Heading>
      <p>{children}</p>
    </section>
  );
}

/** Shown while a file is read. */
export const Waiting = ({ what = 'Reading' }: { what?: string }) => (
  <p class="waiting" role="status">
    {what} …
  </p>
);

/** How sure the reader of the articles was, as a small bar. */
export function Confidence({ value }: { value: number }) {
  const percent = Math.round(value * 100);
  return (
    <span class="confidence" title={`Confidence ${value}`}>
      <svg width="34" height="6" aria-hidden="true">
        <rect class="track" width="34" height="6" rx="3" />
        <rect class="fill" width={Math.round(percent * 0.34)} height="6" rx="3" />
      </svg>
      <span class="visually-hidden">Confidence </span>
      {percent} %
    </span>
  );
}

/** An address outside, opened only where it is one of the web. */
export function Outside({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <Said>{url}</Said>;
  return (
    <a href={url} rel="noopener noreferrer" target="_blank">
      <Said>{url}</Said>
    </a>
  );
}
