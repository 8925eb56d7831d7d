import type { Chance } from './chance.ts';

/** First names as people of an age have them, and surnames as they sound in the region; no one in particular. */
const olderWomen = ['Geesje', 'Truus', 'Alie', 'Riet', 'Jantje', 'Corrie', 'Wil', 'Nel', 'Hennie', 'Tiny', 'Sjaan', 'Grietje', 'Annie', 'Lammie'];
const olderMen = ['Roelof', 'Henk', 'Cor', 'Piet', 'Jan', 'Berend', 'Wim', 'Harm', 'Gerrit', 'Siem', 'Klaas', 'Nico', 'Albert', 'Jaap'];
const women = ['Marloes', 'Ilse', 'Petra', 'Fatima', 'Sandra', 'Esra', 'Monique', 'Anouk', 'Katarzyna', 'Linda', 'Samira', 'Wendy', 'Joyce', 'Rianne'];
const men = ['Mark', 'Dennis', 'Youssef', 'Jeroen', 'Bas', 'Emre', 'Ruben', 'Pawel', 'Stefan', 'Omar', 'Erik', 'Martijn', 'Sander', 'Rik'];
const children = ['Fenna', 'Daan', 'Noor', 'Sem', 'Yara', 'Bram', 'Mila', 'Adam', 'Lotte', 'Finn', 'Zoë', 'Thijs', 'Amira', 'Jip', 'Saar', 'Levi'];

const surnames: Readonly<Record<string, readonly string[]>> = {
  assen: ['Hoving', 'Wolters', 'Santing', 'Timmer', 'Eefting', 'Venema', 'Speelman', 'Oosting', 'Lubbers', 'Kuiper', 'Vos', 'Yildiz', 'Haddad', 'Nowak', 'de Boer', 'Mulder'],
  heerlen: ['Janssen', 'Jongen', 'Crombach', 'Vaessen', 'Smeets', 'Hermans', 'Dohmen', 'Ploum', 'Schmitz', 'Moreno', 'Öztürk', 'Bouzid', 'Wisniewski', 'Custers', 'Heuts', 'Quaedvlieg'],
  buurthuis: ['Visser', 'Peters', 'Meijer', 'Brouwer', 'de Haan', 'van Dam', 'Willems', 'Prins', 'Bos', 'Kaplan', 'Amrani', 'Zielinski', 'Ramdin', 'Pinas', 'Groen', 'Hendriks'],
  'veendam-pekela': ['Drenth', 'Mulder', 'Kruize', 'Wortelboer', 'Bosscher', 'Nienhuis', 'Stikker', 'Hazelhoff', 'Boneschansker', 'Panman', 'Arslan', 'Haji', 'Lewandowska', 'de Vries', 'Schuur', 'Koerts'],
  'stede-broec': ['Blokker', 'Botman', 'Sijm', 'Laan', 'Schipper', 'Vriend', 'Kok', 'Dekker', 'Ooteman', 'Bakker', 'Ruiter', 'Kaya', 'El Amrani', 'Kowalski', 'de Wit', 'Reus'],
};

export type Generation = 'older' | 'adult' | 'child';

export const firstName = (chance: Chance, generation: Generation, sex: 'woman' | 'man'): string => {
  if (generation === 'child') return chance.pick(children);
  if (generation === 'older') return chance.pick(sex === 'woman' ? olderWomen : olderMen);
  return chance.pick(sex === 'woman' ? women : men);
};

export const surname = (chance: Chance, region: string): string => chance.pick(surnames[region] ?? surnames['assen']!);
