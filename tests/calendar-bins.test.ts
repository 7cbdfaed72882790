import { describe, expect, it } from 'vitest';
import { binsOf, withoutFar } from '#pipeline/calendar-bins.ts';

describe('binsOf', () => {
  it('takes days for weeks, months for years, years for decades, and leaves no gap', () => {
    expect(binsOf(['2026-02-27', '2026-03-01', '2026-03-01'])).toEqual([
      { from: '2026-02-27', to: '2026-02-27', count: 1 },
      { from: '2026-02-28', to: '2026-02-28', count: 0 },
      { from: '2026-03-01', to: '2026-03-01', count: 2 },
    ]);
    const months = binsOf(['2024-01-31', '2026-02-01']);
    expect(months).toHaveLength(26);
    expect(months[1]).toEqual({ from: '2024-02-01', to: '2024-02-29', count: 0 });
    expect(binsOf(['1980-05-01', '2026-05-01'])[0]).toEqual({ from: '1980-01-01', to: '1980-12-31', count: 1 });
    expect(binsOf(['1066-10-14', '2026-05-01']).length).toBeLessThan(110);
  });

  it('has nothing to say of no day', () => {
    expect(binsOf([])).toEqual([]);
  });
});

describe('withoutFar', () => {
  it('leaves out what lies far from nearly all others, and counts it', () => {
    const days = ['1066-10-14', '2026-05-12', '2026-05-13', '2026-05-13', '2026-05-14', '2030-01-01'];
    expect(withoutFar(days)).toEqual({ near: days.slice(1, 5), far: 2 });
  });

  it('keeps what is spread out', () => {
    const years = ['1990-01-01', '1998-01-01', '2004-01-01', '2010-01-01', '2020-01-01'];
    expect(withoutFar(years)).toEqual({ near: years, far: 0 });
  });
});
