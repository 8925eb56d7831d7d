import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

const moved = 'kring:moved';

const goTo = (path: string): void => {
  if (path !== location.pathname) history.pushState(null, '', path);
  dispatchEvent(new Event(moved));
  scrollTo(0, 0);
};

const onMove = (tell: () => void): (() => void) => {
  addEventListener('popstate', tell);
  addEventListener(moved, tell);
  return () => {
    removeEventListener('popstate', tell);
    removeEventListener(moved, tell);
  };
};

export const usePath = (): string => useSyncExternalStore(onMove, () => location.pathname);

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string };

/** A real link, so that opening in a new tab and copying work; only a plain click stays inside the page. */
export const Link = ({ to, ...rest }: LinkProps) => {
  const follow = (click: MouseEvent) => {
    if (click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    goTo(to);
  };
  return <a href={to} onClick={follow} {...rest} />;
};
