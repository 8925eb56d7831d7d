import type { Page } from 'playwright-core';

/**
 * What a machine can find against WCAG 2.2 AA on the page as it stands, one sentence a finding. Each check runs inside the page
 * and so may use nothing from outside itself.
 */
export const findings = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const check of [structure, names, references, targets, reflow, contrast]) found.push(...(await page.evaluate(check)));
  return found;
};

/** 1.3.1, 2.4.1, 2.4.2, 2.4.6, 3.1.1: one title, language, main part and first heading, and no heading level left out. */
const structure = (): string[] => {
  const found: string[] = [];
  if (document.documentElement.lang !== 'nl') found.push('The language of the page is not Dutch.');
  if (document.title.trim() === '') found.push('The page has no title.');
  if (document.querySelectorAll('main').length !== 1) found.push('The page has not exactly one main part.');
  const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility());
  if (headings.filter((one) => one.tagName === 'H1').length !== 1) found.push('The page has not exactly one first heading.');
  headings.reduce((before, one) => {
    const level = Number(one.tagName[1]);
    if (level > before + 1) found.push(`The heading "${one.innerText}" leaves out a level.`);
    if (one.innerText.trim() === '') found.push('A heading is empty.');
    return level;
  }, 0);
  return found;
};

/** 1.1.1, 2.4.4, 3.3.2, 4.1.2: everything one can operate has a name, and every picture a text or none on purpose. */
const names = (): string[] => {
  const shown = <One extends HTMLElement>(selector: string) => [...document.querySelectorAll<One>(selector)].filter((one) => one.checkVisibility());
  const named = (one: HTMLElement) => (one.getAttribute('aria-label') ?? one.innerText).trim() !== '' || one.querySelector('img[alt]:not([alt=""])') !== null;
  const described = (one: HTMLInputElement) => (one.labels?.length ?? 0) > 0 || one.hasAttribute('aria-label') || one.hasAttribute('aria-labelledby');
  return [
    ...shown('a, button, summary').filter((one) => !named(one)).map((one) => `Something to press has no name: ${one.outerHTML.slice(0, 80)}`),
    ...shown<HTMLInputElement>('input:not([type="hidden"]), select, textarea').filter((one) => !described(one)).map((one) => `A field has no label: ${one.outerHTML.slice(0, 80)}`),
    ...shown('img').filter((one) => !one.hasAttribute('alt')).map((one) => `A picture has no text: ${one.outerHTML.slice(0, 80)}`),
    ...[...document.querySelectorAll('svg')].filter((one) => one.getAttribute('aria-hidden') !== 'true' && !one.hasAttribute('aria-label')).map(() => 'A drawing has no text and is not hidden.'),
    ...[...document.querySelectorAll('[aria-hidden="true"]')].filter((one) => one.querySelector('a, button, input, [tabindex]')).map(() => 'Something hidden can take the focus.'),
  ];
};

/** 4.1.2: an id stands for one thing, and what is referred to is there. */
const references = (): string[] => {
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  const missing = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((attribute) =>
    [...document.querySelectorAll(`[${attribute}]`)].flatMap((one) => (one.getAttribute(attribute) ?? '').split(/\s+/).filter((id) => id !== '' && !ids.includes(id)).map((id) => `${attribute} refers to ${id}, which is not there.`)));
  return [...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `The id ${id} is given twice.`), ...missing];
};

/** 2.5.8: a target is 24 by 24 pixels, unless it stands in a sentence. */
const targets = (): string[] => {
  const inSentence = (one: HTMLElement) => one.tagName === 'A' && getComputedStyle(one).display === 'inline';
  return [...document.querySelectorAll<HTMLElement>('a, button, summary, select, input:not([type="hidden"])')]
    .filter((one) => one.checkVisibility() && !inSentence(one))
    .filter((one) => one.getBoundingClientRect().width < 24 || one.getBoundingClientRect().height < 24)
    .map((one) => `A target is too small: ${one.innerText || one.outerHTML.slice(0, 80)}`);
};

/** 1.4.10: nothing has to be scrolled sideways. */
const reflow = (): string[] => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`The page is ${scrollWidth - clientWidth} pixels wider than the screen.`] : [];
};

/** 1.4.3: text stands out from what is behind it. */
const contrast = (): string[] => {
  type Colour = [number, number, number, number];
  const colourOf = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const behind = (one: Element | null): Colour => {
    if (!one) return [255, 255, 255, 1];
    const own = colourOf(getComputedStyle(one).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(one.parentElement));
  };
  const light = ([r, g, b]: Colour): number => {
    const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const one = text.parentElement;
    if (!one || !text.textContent?.trim() || !one.checkVisibility() || one.closest('svg, .kring-unseen, noscript')) continue;
    const style = getComputedStyle(one);
    const ground = behind(one);
    const [high = 0, low = 0] = [light(over(colourOf(style.color), ground)), light(ground)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const enough = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    if ((high + 0.05) / (low + 0.05) < enough) found.add(`"${text.textContent.trim().slice(0, 40)}" has a contrast of ${((high + 0.05) / (low + 0.05)).toFixed(2)}.`);
  }
  return [...found];
};
