/** Size of the last place that a number is printed to: 0.1 of 15.8, 100 of 2,300; whole numbers below twenty are counted, not rounded. */
export function lastPlace(value: number): number {
  if (Number.isInteger(value)) {
    let unit = 1;
    while (unit * 10 <= Math.abs(value) * 0.07 && value % (unit * 10) === 0) unit *= 10;
    return unit === 1 ? 0.99 : unit;
  }
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 10 ** -decimals;
}
