import os from 'node:os';

/** The day, as YYYY-MM-DD. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The machine in one line. */
export function machineLine(): string {
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const model = os.cpus()[0]?.model.trim().replace(/\s+/g, ' ') ?? 'unknown processor';
  return `${model}, ${os.availableParallelism()} cores, ${memory} GiB, ${os.platform()} ${os.arch()}, Node ${process.versions.node}`;
}

/** Processor milliseconds of a call, the median of five: other programs on the machine disturb them least. */
export function medianMilliseconds(call: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.round(10 * times.sort((a, b) => a - b)[2]!) / 10;
}
