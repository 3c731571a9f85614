import { type ReactNode, useEffect, useId } from "react";

interface PageParts {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title, which is the document's too, what can be done, and its panels. */
export function Page({ title, lead, actions, children }: PageParts) {
  useEffect(() => {
    document.title = `${title} · Osteon`;
  }, [title]);
  return (
    <main id="content" className="page" tabIndex={-1}>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <p>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="row page-actions">{actions}</div>}
      </div>
      {children}
    </main>
  );
}

interface PanelParts {
  readonly title: string;
  /** Where the title is in another language than the page. */
  readonly lang?: "en" | "de";
  readonly actions?: ReactNode;
  /** Without padding, for tables that reach the edges. */
  readonly flush?: boolean;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, lang, actions, flush, id, children }: PanelParts) {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading} {...(id === undefined ? {} : { id })}>
      <div className="panel-head">
        <h2 id={heading} {...(lang === undefined ? {} : { lang })}>
          {title}
        </h2>
        {actions === undefined ? null : <div className="row">{actions}</div>}
      </div>
      <div className={flush === true ? "panel-body flush" : "panel-body"}>{children}</div>
    </section>
  );
}
