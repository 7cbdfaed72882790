import { describe, expect, it } from 'vitest';
import { documentOf } from '../../document.ts';

/** `[quote, value]` of every expression of time, in text order. */
function timesOf(text: string, publishedOn: string | null = null): [string, string | null][] {
  const document = documentOf(text, { published_on: publishedOn });
  return document.times.map((t) => [text.slice(t.start, t.end), t.value]);
}

describe('what the text states', () => {
  it.each<[string, [string, string | null][]]>([
    ['The council met on January 5, 2025.', [['January 5, 2025', '2025-01-05']]],
    ['The council met on 13 April 2024.', [['13 April 2024', '2024-04-13']]],
    ['The vote is set for April 13.', [['April 13', 'XXXX-04-13']]],
    ['The market opened in January 2025.', [['January 2025', '2025-01']]],
    ['The rate has fallen since 2023.', [['2023', '2023']]],
    [
      'It rose from 2023 to 2024.',
      [
        ['2023', '2023'],
        ['2024', '2024'],
      ],
    ],
    [
      'It rained between March and May 2024.',
      [
        ['March', '2024-03'],
        ['May 2024', '2024-05'],
      ],
    ],
    ['The season of 2023-24 was wet.', [['2023-24', '2023/2024']]],
    ['The fair runs May 3-5, 2024.', [['May 3-5, 2024', '2024-05-03/2024-05-05']]],
    ['Rents soared in the 1990s.', [['the 1990s', '199']]],
    ['Sales fell in the third quarter of 2024.', [['the third quarter of 2024', '2024-Q3']]],
    ['It was dry in summer 2022.', [['summer 2022', '2022-SU']]],
    ['Talks ended in early 2009.', [['early 2009', '2009']]],
    ['It was a 16-month term.', [['16-month', 'P16M']]],
    ['They waited for three hours.', [['three hours', 'PT3H']]],
    ['The trip took two and a half years.', [['two and a half years', 'P2.5Y']]],
    ['The board meets every week.', [['every week', 'P1W']]],
    ['Fees are paid annually.', [['annually', 'P1Y']]],
    ['They met in the past five years.', [['the past five years', 'P5Y']]],
    ['The trial took two years and six months.', [['two years and six months', 'P2Y6M']]],
    ['He waited half an hour.', [['half an hour', 'PT0.5H']]],
    ['It rained all week.', [['all week', 'P1W']]],
    ['By 1300 GMT the shares had lost 3p.', [['1300 GMT', 'XXXX-XX-XXT13:00Z']]],
    ['By 1300 the abbey had burnt.', [['1300', '1300']]],
    ['By 2500 GMT nobody knew.', []],
    ['It fell in the last quarter of 2004.', [['the last quarter of 2004', '2004-Q4']]],
    ['It fell in the last three months of 2004.', [['the last three months of 2004', '2004-Q4']]],
    ['It fell in the first six months of 2004.', [['the first six months of 2004', '2004-H1']]],
    ['Profit rose in fiscal 2024.', [['fiscal 2024', 'FY2024']]],
    ['Profit rose in the financial year 2024-25.', [['financial year 2024-25', 'FY2025']]],
    ['Profit rose in FY24.', [['FY24', 'FY2024']]],
    ['Rents soared in the nineties.', [['the nineties', '199']]],
    ['He left on the twenty-first of May, 2004.', [['the twenty-first of May, 2004', '2004-05-21']]],
    ['It opened on September the tenth, 2001.', [['September the tenth, 2001', '2001-09-10']]],
    ['Shops closed on Thanksgiving 2010.', [['Thanksgiving 2010', '2010-11-25']]],
    ['They met on Easter Monday 2018.', [['Easter Monday 2018', '2018-04-02']]],
    ['They met on the first Friday of July 2021.', [['the first Friday of July 2021', '2021-07-02']]],
    ['They met on the last Monday in May 2021.', [['the last Monday in May 2021', '2021-05-31']]],
    ['It sold out in the first week of 2015.', [['the first week of 2015', '2015-W01']]],
    ['The show ran from 3 to 12 September 2019.', [['3 to 12 September 2019', '2019-09-03/2019-09-12']]],
    ['It ran between 4 and 22 January, 1995.', [['4 and 22 January, 1995', '1995-01-04/1995-01-22']]],
    ['It runs May 3 through 5, 2024.', [['May 3 through 5, 2024', '2024-05-03/2024-05-05']]],
    ['On May 3 to 5 people it said nothing.', [['May 3', 'XXXX-05-03']]],
    [
      'Profit rose in 2016 Q3 and H1 2017.',
      [
        ['2016 Q3', '2016-Q3'],
        ['H1 2017', '2017-H1'],
      ],
    ],
    ['Rents soared in the mid-1980s.', [['the mid-1980s', '198']]],
    ['It began at 9 o’clock in the evening.', [['9 o’clock in the evening', 'XXXX-XX-XXT21:00']]],
    ['They stayed for two nights.', [['two nights', 'P2D']]],
    ['It was sold on 22/04/16.', [['22/04/16', '2016-04-22']]],
    ['It was sold on 7/8/2007.', [['7/8/2007', '2007-XX-XX']]],
    ['He died two weeks before Christmas 2012.', [['two weeks before Christmas 2012', '2012-12-11']]],
    ['They met on Memorial Day of 2021.', [['Memorial Day of 2021', '2021-05-31']]],
  ])('%s', (text, expected) => {
    expect(timesOf(text)).toEqual(expected);
  });
});

describe('what is reckoned from the day of publication', () => {
  it.each<[string, string, [string, string | null][]]>([
    ['The flood came on Wednesday.', '2026-05-14', [['Wednesday', '2026-05-13']]],
    ['The minister will speak on Friday.', '2026-05-14', [['Friday', '2026-05-15']]],
    ['Prices fell in October.', '2004-11-24', [['October', '2004-10']]],
    ['The trial is due to begin on June 3.', '2026-05-14', [['June 3', '2026-06-03']]],
    ['The trial began on December 11.', '2010-01-25', [['December 11', '2009-12-11']]],
    ['They signed yesterday.', '2026-03-01', [['yesterday', '2026-02-28']]],
    ['Sales fell in the third quarter.', '2026-03-01', [['the third quarter', '2025-Q3']]],
    ['Sales will rise in the third quarter.', '2026-03-01', [['the third quarter', '2026-Q3']]],
    ['They praised Christmas sales.', '2026-05-01', [['Christmas', 'XXXX-12-25']]],
    ['They met on Good Friday.', '2026-05-01', [['Good Friday', '2026-04-03']]],
    ['They will meet on Christmas Day.', '2026-05-01', [['Christmas Day', '2026-12-25']]],
    ['The mayor resigned last month.', '2026-01-20', [['last month', '2025-12']]],
    ['A deal was made the previous month.', '2026-01-20', [['the previous month', 'PAST_REF']]],
    ['He was elected two years ago.', '2026-01-20', [['two years ago', '2024']]],
    ['It snowed last March.', '2026-01-20', [['last March', '2025-03']]],
    ['They met this weekend.', '2010-01-25', [['this weekend', '2010-W04-WE']]],
    ['They will vote on Friday of next week.', '2026-05-14', [['Friday of next week', '2026-05-22']]],
    ['They will vote on Friday next week.', '2026-05-14', [['Friday next week', '2026-05-22']]],
    ['It will open three days from tomorrow.', '2026-05-14', [['three days from tomorrow', '2026-05-18']]],
    [
      'They will meet on the first Friday of next month.',
      '2026-05-14',
      [['the first Friday of next month', '2026-06-05']],
    ],
    ['Prices will fall later in the year.', '2026-05-14', [['later in the year', '2026']]],
    ['It was sold on 7/8/07.', '2007-07-08', [['7/8/07', '2007-07-08']]],
    ['She called at 11 p.m. on Tuesday.', '2026-05-14', [['11 p.m. on Tuesday', '2026-05-12T23:00']]],
  ])('%s', (text, publishedOn, expected) => {
    expect(timesOf(text, publishedOn)).toEqual(expected);
  });

  it('guesses nothing where that day is unknown', () => {
    const document = documentOf('The flood came on Wednesday, and the court ruled yesterday.');
    expect(document.times.map(({ value, from, basis }) => [value, from, basis])).toEqual([
      ['XXXX-WXX-3', null, 'none'],
      [null, null, 'none'],
    ]);
  });

  it('gives the past no date after it', () => {
    const past = documentOf('The council voted on June 3 and moved out in August.', { published_on: '2026-05-14' });
    expect(past.times.map((t) => t.to)).toEqual([null, '2025-08-31']);
  });

  it('lets words of intent decide, and requests decide nothing', () => {
    const of = (text: string) => documentOf(text, { published_on: '2026-04-20' }).times.map((t) => t.to);
    expect(of('She said she had invited him and plans to meet him on Thursday in Lima.')).toEqual(['2026-04-23']);
    expect(of('The board threatened to close the pit by Wednesday.')).toEqual(['2026-04-22']);
    expect(of('He was asked to leave on Sunday.')).toEqual([null]);
    expect(of('They met him on Thursday in Lima.')).toEqual(['2026-04-16']);
  });
});

it('says from when to when, how fine and how it is known', () => {
  const [time] = documentOf('781 people were arrested in January 2025.').times;
  expect(time).toMatchObject({ from: '2025-01-01', to: '2025-01-31', precision: 'month', basis: 'stated' });
});
