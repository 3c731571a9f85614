import { audit } from "@osteon/api";
import { may, useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { Empty, Problems, Waiting } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { EpisodeTold } from "./episode-told.tsx";
import { storyOf } from "./story-of.ts";
import { STORY_WORDS } from "./story-words.ts";
import "./field-story.css";

interface Parts {
  readonly centre: string;
  readonly table: string;
  readonly rowKey: string;
  /** Tells of this field alone. */
  readonly field?: string;
}

/** The trail of a row, or of one field, as sentences; newest first; for those whose role reads the trail. */
export function FieldStory({ centre, table, rowKey, field }: Parts) {
  const says = useWords(STORY_WORDS);
  const reads = may(useMe(), "audit read");
  const { data, error, isPending } = useGet(
    audit.readRowStory,
    reads ? { params: { centre, table, key: rowKey } } : undefined,
  );
  if (!reads) return <Empty says={says.notYours} />;
  if (isPending) return <Waiting />;
  if (error !== null) return <Problems error={error} />;
  const story = storyOf(table, data.entries, field);
  if (story.length === 0) return <Empty says={says.none} />;
  return (
    <ol className="story">
      {[...story].reverse().map((episode) => (
        <li key={episode.seq} className={`story-${episode.kind}`}>
          <EpisodeTold table={table} episode={episode} {...(field === undefined ? {} : { field })} />
        </li>
      ))}
    </ol>
  );
}
