import { createContext, useContext, useId, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

type PanelProps = { id?: string; title: string; icon?: string; count?: number; className?: string; children: ReactNode };

/** A part of the page with its own heading, so that a screen reader can jump to it. */
export const Panel = ({ id: given, title, icon, count, className, children }: PanelProps) => {
  const own = useId();
  const id = given ?? own;
  return (
    <section className={`kring-panel ${className ?? ''}`} aria-labelledby={id}>
      <h2 className="utrecht-heading-2 kring-panel__title" id={id} tabIndex={given ? -1 : undefined}>
        {icon && <Icon name={icon} />}
        {title}
        {count !== undefined && <span className="kring-panel__count"><span className="kring-unseen">, aantal: </span>{count}</span>}
      </h2>
      {children}
    </section>
  );
};

export const Nothing = ({ children }: { children: ReactNode }) => <p className="kring-nothing">{children}</p>;

const FreshContext = createContext<ReadonlySet<string>>(new Set());
export const FreshProvider = FreshContext.Provider;
export const useIsFresh = (key: string): boolean => useContext(FreshContext).has(key);

/** A row that just changed carries a mark that colour alone does not give. */
export const Row = ({ rowKey, className = '', children }: { rowKey: string; className?: string; children: ReactNode }) => {
  const fresh = useIsFresh(rowKey);
  return (
    <li className={`kring-row ${className} ${fresh ? 'kring-row--fresh' : ''}`}>
      {children}
      {fresh && <span className="kring-tag kring-tag--fresh">Bijgewerkt</span>}
    </li>
  );
};
