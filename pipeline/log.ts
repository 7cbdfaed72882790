import { SingleBar } from 'cli-progress';
import type { Progress } from './run/context.ts';

/** How the command speaks while it works: on stderr, so that stdout stays clean for data and the summary. */
export interface Log {
  progress(progress: Progress): void;
  warn(message: string): void;
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string): void;
  /** Ends a progress line. */
  done(): void;
}

interface Choice {
  readonly quiet: boolean;
  readonly json: boolean;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A progress line on a terminal, plain lines elsewhere, one JSON object a line, or nothing but warnings and errors. */
export function openLog({ quiet, json }: Choice, stream: Terminal = process.stderr): Log {
  if (json) return jsonLog(stream, quiet);
  return stream.isTTY && !quiet ? terminalLog(stream) : plainLog(stream, quiet);
}

function jsonLog(stream: Terminal, quiet: boolean): Log {
  const line = (level: string, fields: object): void => void stream.write(`${JSON.stringify({ level, ...fields })}\n`);
  const finished = onceAStage();
  return {
    progress: (progress) => {
      if (!quiet && finished(progress)) line('info', progress);
    },
    warn: (message) => line('warning', { message }),
    info: (message, facts) => {
      if (!quiet) line('info', { message, ...facts });
    },
    error: (message) => line('error', { message }),
    done: () => undefined,
  };
}

function plainLog(stream: Terminal, quiet: boolean): Log {
  const finished = onceAStage();
  const line = (text: string): void => void stream.write(`${text}\n`);
  return {
    progress: (progress) => {
      if (!quiet && finished(progress)) line(`${progress.stage}: ${progress.done} done`);
    },
    warn: (message) => line(`warning: ${message}`),
    info: (message) => {
      if (!quiet) line(message);
    },
    error: (message) => line(`error: ${message}`),
    done: () => undefined,
  };
}

/** True for the last progress of each stage: a log file wants one line, not a thousand. */
function onceAStage(): (progress: Progress) => boolean {
  return ({ done, total }) => total !== null && done >= total;
}

function terminalLog(stream: Terminal): Log {
  const format = '{stage} [{bar}] {value}/{total} · {rate}/s · {eta_formatted} left';
  let bar: SingleBar | null = null;
  let stage = '';
  let since = 0;
  const stop = (): void => {
    bar?.stop();
    bar = null;
    stage = '';
  };
  const above = (text: string): void => {
    stop();
    stream.write(`${text}\n`);
  };
  return {
    progress(progress) {
      if (progress.stage !== stage) {
        stop();
        stage = progress.stage;
        since = performance.now();
        bar = new SingleBar({
          format,
          stream: stream as NodeJS.WritableStream,
          clearOnComplete: true,
          hideCursor: true,
        });
        bar.start(progress.total ?? progress.done, 0, { stage: stage.padEnd(8), rate: '–' });
      }
      const seconds = (performance.now() - since) / 1000;
      bar?.setTotal(progress.total ?? progress.done);
      bar?.update(progress.done, { rate: seconds > 0.2 ? Math.round(progress.done / seconds) : '–' });
    },
    warn: (message) => above(`warning: ${message}`),
    info: (message) => above(message),
    error: (message) => above(`error: ${message}`),
    done: stop,
  };
}
