import { useRef, useState, type FormEvent } from 'react';
import type { SearchQuery } from '../hub/answers.ts';
import { PurposeField } from '../shell/purpose.tsx';
import { Field } from './field.tsx';
import { emptyFields, readFields, type FieldErrors, type Fields, type Way } from './query.ts';

const ways: readonly { way: Way; text: string }[] = [{ way: 'address', text: 'Adres' }, { way: 'bsn', text: 'BSN' }, { way: 'person', text: 'Naam en geboortedatum' }];

export const SearchForm = ({ onSearch, busy }: { onSearch: (query: SearchQuery) => void; busy: boolean }) => {
  const [way, setWay] = useState<Way>('address');
  const [fields, setFields] = useState<Fields>(emptyFields);
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readFields(way, fields);
    setErrors('errors' in read ? read.errors : {});
    if ('query' in read) onSearch(read.query);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  const field = (name: keyof Fields) => ({ name, value: fields[name], error: errors[name], onChange: (value: string) => setFields({ ...fields, [name]: value }) });
  const change = (next: Way) => {
    setWay(next);
    setErrors({});
  };
  return (
    <form ref={form} className="kring-search" method="post" noValidate autoComplete="off" onSubmit={submit} aria-label="Zoek een huishouden">
      <fieldset className="kring-ways">
        <legend className="utrecht-form-label">Zoeken op</legend>
        {ways.map((one) => (
          <label key={one.way} className="kring-way">
            <input type="radio" name="way" className="kring-way__radio" checked={way === one.way} onChange={() => change(one.way)} />
            <span>{one.text}</span>
          </label>
        ))}
      </fieldset>
      <div className="kring-search__fields">
        {way === 'address' && (
          <>
            <Field {...field('postcode')} label="Postcode" hint="Bijvoorbeeld 1611 AB" size="kring-narrow" />
            <Field {...field('houseNumber')} label="Huisnummer" hint="Alleen cijfers" numeric size="kring-narrow" />
            <Field {...field('addition')} label="Toevoeging" hint="Zoals A of 2 hoog" required={false} size="kring-narrow" />
          </>
        )}
        {way === 'bsn' && <Field {...field('bsn')} label="Burgerservicenummer (BSN)" hint="Negen cijfers" numeric />}
        {way === 'person' && (
          <>
            <Field {...field('name')} label="Naam" hint="Voornaam en achternaam" />
            <Field {...field('birthDate')} label="Geboortedatum" hint="Dag, maand en jaar" type="date" />
          </>
        )}
      </div>
      <div className="kring-search__end">
        <PurposeField />
        <button type="submit" className="utrecht-button utrecht-button--primary-action" aria-disabled={busy}>{busy ? 'Bezig met zoeken…' : 'Zoeken'}</button>
      </div>
    </form>
  );
};
