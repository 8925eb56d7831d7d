import { describe, expect, it } from '@jest/globals';
import { prune } from './prune.ts';

const used = { prefix: 'utrecht-', classes: new Set(['utrecht-button', 'utrecht-link']) };

describe('the style sheet of the page', () => {
  it('keeps a component that the page uses and drops one that it does not', () => {
    expect(prune('.utrecht-button{color:red}.utrecht-logo{color:blue}', used)).toBe('.utrecht-button{color:red}');
  });

  it('keeps the used half of a list of selectors', () => {
    expect(prune('.utrecht-link,.utrecht-logo:not(.a,.b){color:red}', used)).toBe('.utrecht-link{color:red}');
  });

  it('keeps every rule that is not of the component library', () => {
    expect(prune('.kring-ring{color:red}body{margin:0}', used)).toBe('.kring-ring{color:red}body{margin:0}');
  });

  it('leaves no empty media query behind', () => {
    expect(prune('@media print{.utrecht-logo{color:red}}', used)).toBe('');
  });

  it('drops a custom property that only a dropped property read', () => {
    const css = '.theme{--a:1px;--b:var(--a);--c:var(--b)}.utrecht-button{margin:var(--d)}.theme{--d:2px}';
    expect(prune(css, used)).toBe('.theme{}.utrecht-button{margin:var(--d)}.theme{--d:2px}');
  });

  it('is not misled by a brace or a semicolon inside a text or an address', () => {
    const css = `.theme{--a:url("data:image/svg;{}");--b:"}";margin:var(--b)}.x{background:url(data:a;b)}`;
    expect(prune(css, used)).toBe(`.theme{--b:"}";margin:var(--b)}.x{background:url(data:a;b)}`);
  });

  it('does not touch a keyframes rule', () => {
    const css = '@keyframes appear{from{opacity:0}to{opacity:1}}';
    expect(prune(css, used)).toBe(css);
  });
});
