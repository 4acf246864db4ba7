type Props = { sources: readonly { title: string; url: string | undefined }[]; asOf: string };

/** Where something is said, and of which day that is. Titles of sources are mostly English. */
export function SourceLinks({ sources, asOf }: Props) {
  return (
    <span className="text-xs break-words text-muted">
      {sources.map(({ title, url }) => (
        <span key={title}>
          {url ? (
            <a href={url} rel="nofollow noopener" className="underline underline-offset-2" lang="en">
              {title}
            </a>
          ) : (
            <span>{title}</span>
          )}
          {" · "}
        </span>
      ))}
      {asOf}
    </span>
  );
}
