/** Sentences with what must be read in them; only the columns named are compared. */
export const cases: readonly (readonly [sentence: string, ...events: Readonly<Record<string, string>>[]])[] = [
  // Who did it to whom
  [
    'Police arrested 38 people in Lima on Sunday.',
    {
      type: 'COERCE arrest',
      quote: 'arrested',
      actor: 'Police',
      recipient: '38 people',
      place: 'Lima',
      time: 'Sunday',
      held: 'actual',
      tense: 'past',
    },
  ],
  [
    'Three journalists were arrested by soldiers in Khartoum.',
    { type: 'COERCE arrest', actor: 'soldiers', recipient: 'Three journalists', place: 'Khartoum' },
  ],
  [
    'President Lula met with Emmanuel Macron in Belem on Tuesday.',
    { type: 'CONSULT', quote: 'met with', actor: 'Lula', recipient: 'Emmanuel Macron', time: 'Tuesday' },
  ],
  [
    'Haiti called for military support from Kenya, Brazil and Canada.',
    {
      type: 'REQUEST assist',
      quote: 'called for',
      actor: 'Haiti',
      recipient: 'Kenya | Brazil | Canada',
      topic: 'military support',
    },
  ],
  [
    'Poland, Latvia and Estonia condemned the attack.',
    { type: 'ACCUSE disapprove', actor: 'Poland | Latvia | Estonia' },
  ],
  ['The mayor, a former judge, resigned on Friday.', { type: 'APPOINT resign', actor: 'mayor', time: 'Friday' }],
  [
    'The man who stabbed two officers was arrested on Monday.',
    { type: 'ASSAULT primitive', actor: 'man', recipient: 'two officers' },
    { type: 'COERCE arrest', recipient: 'man', time: 'Monday' },
  ],
  ['The leader of the party resigned.', { type: 'APPOINT resign', actor: 'leader' }],
  [
    'Rebels attacked a village and kidnapped 12 women.',
    { type: 'ASSAULT', actor: 'Rebels', recipient: 'village' },
    { type: 'ASSAULT abduct', actor: 'Rebels', recipient: '12 women' },
  ],
  [
    'Thousands of people protested in Tbilisi against the law.',
    { type: 'PROTEST demo', actor: 'Thousands of people', topic: 'law', place: 'Tbilisi' },
  ],
  [
    'Paz, who has linked the gangs to "transnational smuggling networks," called for President Luis Vega to ban the groups.',
    { type: 'REQUEST change', actor: 'Paz', recipient: 'Luis Vega', held: 'actual' },
  ],
  [
    'The minister urged US, British and Brazilian troops to leave Peru.',
    { type: 'REQUEST', actor: 'minister', recipient: 'US, British and Brazilian troops' },
  ],
  ["The union criticized Ankara's plan.", { type: 'ACCUSE disapprove', actor: 'union', recipient: 'Ankara' }],
  [
    'Calder Systems said it had agreed to buy Brightwell Logistics for $1.2 billion.',
    { type: 'BUSINESS merger', actor: 'Calder Systems', recipient: 'Brightwell Logistics', held: 'planned' },
  ],
  [
    'Chile agreed to add two lawyers to its council.',
    { type: 'AGREE', quote: 'agreed to', actor: 'Chile', held: 'actual', tense: 'past' },
  ],
  ['Denmark agreed to merge its fleet with Norway.', { type: 'AGREE', actor: 'Denmark', recipient: 'Norway' }],
  [
    'Secretary of Justice Rosa Paz was sworn in on Friday.',
    { type: 'APPOINT inaugurate', recipient: 'Rosa Paz', time: 'Friday' },
  ],
  // Who did it where only the tree tells
  [
    'The bridge was closed by the council and Luis Vega subsequently resigned.',
    { type: 'APPOINT resign', actor: 'Luis Vega' },
  ],
  [
    'The grant was paid a year after Norway condemned Sudan.',
    { type: 'ACCUSE disapprove', actor: 'Norway', recipient: 'Sudan' },
  ],
  [
    'The grant was cut since Norway condemned Sudan.',
    { type: 'ACCUSE disapprove', actor: 'Norway', recipient: 'Sudan' },
  ],
  [
    "Brightwell's chairman, Niall Cusack, will step down when the sale is complete.",
    { type: 'APPOINT resign', actor: "Brightwell's chairman" },
  ],
  // Whom it is aimed at, read off what it is about
  ['Norway has agreed to US mediation in the talks.', { type: 'AGREE', recipient: 'US' }],
  [
    'Norway rejected calls by Peruvian ministers, saying it would wait.',
    { type: 'REJECT', actor: 'Norway', recipient: 'Peruvian ministers' },
  ],
  [
    'Kenya is refusing to lift the curfew on Norwegians living in the capital.',
    { type: 'REJECT yield', actor: 'Kenya', recipient: 'Norwegians' },
  ],
  [
    'Farmers demanded the return of land seized by Kenyan soldiers.',
    { type: 'REQUEST', actor: 'Farmers', recipient: 'Kenyan soldiers' },
  ],
  [
    'Three civilians have been killed in a car bombing in Kabul.',
    { type: 'ASSAULT explosives', quote: 'car bombing', recipient: 'Three civilians' },
  ],
  [
    'A bombing near Samarra wounded two officers.',
    { type: 'ASSAULT explosives', quote: 'bombing', recipient: 'two officers', place: 'Samarra' },
  ],
  // Whose date it is
  [
    'A director since 1984, Luis Vega resigned.',
    { type: 'APPOINT resign', quote: 'resigned', actor: 'Luis Vega', held: 'actual', tense: 'past' },
  ],
  ['Last month Peru banned the party.', { type: 'COERCE restrict', actor: 'Peru', time: 'Last month' }],
  [
    'Nine people died in Brest on Monday when a river flooded the town.',
    { type: 'HAZARD flood', recipient: 'town', time: 'Monday', place: 'Brest' },
  ],
  [
    'Families left after the river burst through a dyke in Croatia on Monday.',
    { type: 'HAZARD flood', quote: 'burst', place: 'Croatia', time: 'Monday' },
  ],
  [
    'The presidential election, set for April 13, is the third in a year.',
    { type: 'ELECTION vote', held: 'planned', tense: 'future', time: 'April 13' },
  ],
  // Nouns and light verbs
  [
    'Students staged a protest in Dhaka on Monday.',
    { type: 'PROTEST demo', quote: 'protest', actor: 'Students', time: 'Monday' },
  ],
  [
    'Officials from Chile held talks with Peru on Friday.',
    { type: 'CONSULT', actor: 'Officials', recipient: 'Peru', time: 'Friday' },
  ],
  [
    "Russia's invasion of Ukraine began in 2022.",
    { type: 'ASSAULT heavy-weapons', quote: 'invasion', actor: 'Russia', recipient: 'Ukraine' },
  ],
  ['Sanctions were imposed on Belarus.', { type: 'SANCTION discontinue', recipient: 'Belarus' }],
  // How sure
  [
    'The union threatened to block the highway to Santa Cruz.',
    { type: 'THREATEN restrict', actor: 'union', held: 'actual' },
  ],
  [
    'The minister demanded that Luis Vega resign.',
    { type: 'REQUEST change', actor: 'minister', held: 'actual' },
    { type: 'APPOINT resign', actor: 'Luis Vega', held: 'requested' },
  ],
  [
    'Ana Ruiz plans to meet Luis Vega on Thursday in La Paz.',
    { type: 'CONSULT', actor: 'Ana Ruiz', recipient: 'Luis Vega', held: 'planned', time: 'Thursday', place: 'La Paz' },
  ],
  [
    'Calder Systems agreed to buy Brightwell Logistics for $1.2 billion.',
    { type: 'AGREE', quote: 'agreed to', held: 'actual' },
    { type: 'BUSINESS merger', held: 'planned', recipient: 'Brightwell Logistics' },
  ],
  ['The commander denied that 12 people were killed.', { type: 'DEATH', victim: '12 people', held: 'not actual' }],
  ['The police have not arrested the gunman.', { type: 'COERCE arrest', held: 'not actual' }],
  ['Nobody was arrested in Turin.', { type: 'COERCE arrest', held: 'not actual' }],
  ['A flood could kill hundreds of people.', { type: 'DEATH', held: 'possible' }],
  ['The rebels will attack the town if the talks fail.', { type: 'THREATEN violence', held: 'conditional' }],
  [
    'The soldiers are accused of torturing prisoners.',
    { type: 'ACCUSE allege', recipient: 'soldiers', held: 'actual' },
    { type: 'ASSAULT torture', actor: 'soldiers', recipient: 'prisoners', held: 'alleged' },
  ],
  [
    'The president is expected to visit Tokyo in May.',
    { type: 'CONSULT visit', recipient: 'Tokyo', held: 'planned', time: 'May' },
  ],
  [
    'Ayala called for Mayor Rosa Paz to release the prisoners.',
    { type: 'REQUEST yield', actor: 'Ayala', recipient: 'Rosa Paz', topic: 'release the prisoners', held: 'actual' },
  ],
  ['Peru has promised each farmer a rebate.', { type: 'AGREE', actor: 'Peru', held: 'actual' }],
  ['The envoys could not reach an agreement.', { type: 'AGREE', held: 'not actual' }],
  ['The army announced the death of Ana Ruiz.', { type: 'DEATH', victim: 'Ana Ruiz', held: 'actual' }],
  [
    "Reportedly, two towns closed their schools after Monday's earthquake in Nepal.",
    { type: 'HAZARD earthquake', held: 'actual', place: 'Nepal', time: 'Monday' },
  ],
  ['Police met with almost all the mayors on Friday.', { type: 'CONSULT', held: 'actual', time: 'Friday' }],
  // Who says so
  ['Airbus is reported by Reuters to have won a contract.', { type: 'BUSINESS contract', says: 'Reuters' }],
  [
    'Gunmen killed nine people, police said.',
    { type: 'DEATH', actor: 'Gunmen', victim: 'nine people', says: 'police' },
  ],
  ['Police said that gunmen killed nine people.', { type: 'DEATH', victim: 'nine people', says: 'Police' }],
  [
    'According to the ministry, soldiers detained two activists.',
    { type: 'COERCE arrest', recipient: 'two activists', says: 'the ministry' },
  ],
  // Hazards, deaths, elections, business
  [
    'The flood killed at least 14 people in Slovenia on Wednesday.',
    { type: 'HAZARD flood', place: 'Slovenia', time: 'Wednesday' },
    { type: 'DEATH', victim: '14 people', place: 'Slovenia', time: 'Wednesday' },
  ],
  ['At least 14 people were killed in Slovenia.', { type: 'DEATH', victim: '14 people' }],
  [
    "Marta Quiroga won Sunday's runoff for governor.",
    { type: 'ELECTION result', actor: 'Marta Quiroga', time: 'Sunday' },
  ],
  [
    'Ana Kovač will face a runoff against Luis Ayala.',
    { type: 'ELECTION vote', recipient: 'Luis Ayala', held: 'planned' },
  ],
  ['The central bank has cut its key rate.', { type: 'BUSINESS rate-decision', actor: 'central bank' }],
  [
    'A court convicted the general of murder.',
    { type: 'SANCTION convict', actor: 'court', recipient: 'general', topic: 'murder' },
  ],
  // Two objects, one after the other
  ['The bank gave Malawi 40 million dollars of aid on Monday.', { type: 'AID', actor: 'bank', recipient: 'Malawi' }],
  ['Norway sent $30 million to Chad.', { type: 'AID', recipient: 'Chad' }],
  // Whom pronouns mean
  [
    'Police charged a driver over the crash and detained him.',
    { type: 'COERCE arrest', actor: 'Police', recipient: 'driver' },
  ],
  [
    'The police said they had arrested two brothers.',
    { type: 'COERCE arrest', actor: 'police', recipient: 'two brothers' },
  ],
  // Who acts
  [
    'Ana Ruiz resigned as mayor of Quito and Leo Paz was sworn in on Friday.',
    { type: 'APPOINT resign', actor: 'Ana Ruiz' },
    { type: 'APPOINT inaugurate', recipient: 'Leo Paz' },
  ],
  ['The league could not pay without the bank, and Oslo praised the sponsors.', { type: 'SUPPORT', held: 'actual' }],
  ['Kovač assumed the post and the party nominated Ana Ruiz for mayor.', { type: 'APPOINT nominate', held: 'actual' }],
  ['The police cleared marchers from the square using tear gas.', { type: 'ASSAULT crowd-control', actor: 'police' }],
  [
    "The premier declined the minister's offer to resign.",
    { type: 'APPOINT resign', actor: 'minister', held: 'not actual' },
  ],
  [
    'The rebels left the town after Chad began an offensive on Monday.',
    { type: 'ASSAULT', actor: 'Chad', time: 'Monday' },
  ],
  // Whom it is aimed at
  ['Peru threatened to ban voting in East Lima.', { type: 'THREATEN restrict', actor: 'Peru', recipient: 'East Lima' }],
  ['The premier threatened to impose a curfew in Quito.', { type: 'THREATEN', recipient: 'Quito' }],
  ['The commission refused to provide the network with a licence.', { type: 'REJECT', recipient: 'network' }],
  ["The critic praised the quality of Ana Kovač's work.", { type: 'SUPPORT', recipient: 'Ana Kovač' }],
  ['At least 17 people died and 35 were rescued.', { type: 'AID', recipient: '35' }],
  ['The governor urged vigilant locals to stay inside.', { type: 'REQUEST', recipient: 'vigilant locals' }],
  [
    'The police shooting of Walter Reyes Jr. sparked protests on Sunday.',
    { type: 'ASSAULT firearms', actor: 'police', recipient: 'Walter Reyes Jr.' },
  ],
  ['Two drone strikes hit the refinery on Monday.', { type: 'ASSAULT drone', held: 'actual' }],
  // What holds
  ['A man suspected to have sold the gun to Paz was arrested in Lima.', { type: 'COERCE arrest', held: 'actual' }],
  ['The post stayed empty until Ana Ruiz was appointed.', { type: 'APPOINT appoint', held: 'actual' }],
  [
    'Emmanuel Macron spoke in a meeting with Luis Ayala.',
    { type: 'CONSULT', actor: 'Emmanuel Macron', recipient: 'Luis Ayala' },
  ],
  ['Ana Ruiz was announced to have died.', { type: 'DEATH', held: 'actual' }],
  ['Parliament voted against a "no deal" exit.', { type: 'ELECTION vote', held: 'actual' }],
  ['Paz said he would have resigned without the vote.', { type: 'APPOINT resign', held: 'conditional' }],
  ['Oslo was more forceful in blaming Chad for the attack.', { type: 'ACCUSE allege', held: 'actual' }],
  ['The members do not all agree on the timetable.', { type: 'AGREE', held: 'not actual' }],
  [
    'Voters will go to the polls following the resignation of Ana Ruiz.',
    { type: 'APPOINT resign', actor: 'Ana Ruiz', held: 'actual' },
  ],
  // Parties in another phrase
  [
    'The party was banned in 2004 after a Kenyan-led coalition ousted the president.',
    { type: 'APPOINT dismiss', quote: 'ousted', actor: 'Kenyan-led coalition', recipient: 'president' },
  ],
  [
    'The move follows the killing of Omar Reyes by Peru in an airstrike last week.',
    { type: 'ASSAULT aerial', quote: 'airstrike', actor: 'Peru', recipient: 'Omar Reyes' },
  ],
  [
    'Kenya began a military offensive with an airstrike on Monday.',
    { type: 'ASSAULT aerial', quote: 'airstrike', actor: 'Kenya' },
  ],
  [
    'Revolutionaries captured the U.S. embassy, taking dozens of people hostage.',
    { type: 'ASSAULT abduct', actor: 'Revolutionaries', recipient: 'dozens of people' },
  ],
  [
    'The driver left the lorry before he was shot by a police officer.',
    { type: 'ASSAULT firearms', actor: 'police officer', recipient: 'driver' },
  ],
  ['In May Latvia agreed with Airbus to open a factory.', { type: 'AGREE', actor: 'Latvia', recipient: 'Airbus' }],
  ['Oman issued arrest warrants on 36 people.', { type: 'THREATEN arrest', actor: 'Oman', recipient: '36 people' }],
  ['Later Omar Reyes was hailed a hero.', { type: 'SUPPORT', recipient: 'Omar Reyes' }],
  [
    'Two towns filed a combined lawsuit against the ministry.',
    { type: 'ACCUSE allege', actor: 'Two towns', recipient: 'ministry' },
  ],
  [
    'The council began an investigation into Omar Reyes.',
    { type: 'ACCUSE investigate', actor: 'council', recipient: 'Omar Reyes' },
  ],
  ['Ana Berg drew criticism from the union.', { type: 'ACCUSE disapprove', actor: 'union', recipient: 'Ana Berg' }],
  // How sure
  ['Ana Berg criticised any new tax as unfair.', { type: 'ACCUSE disapprove', held: 'actual' }],
  ['Omar Reyes pleaded not guilty on Tuesday.', { type: 'LEGAL plea', actor: 'Omar Reyes', held: 'actual' }],
  [
    'They spoke of the possibility of the Liberals winning the election.',
    { type: 'ELECTION result', quote: 'winning', held: 'possible' },
  ],
];
