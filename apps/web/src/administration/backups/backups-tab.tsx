import { administration } from "@osteon/api";
import { useGet } from "../../api/use-get.ts";
import { Mark } from "../../design/mark.tsx";
import { Panel } from "../../design/page.tsx";
import { Empty, Problems, Waiting } from "../../design/told.tsx";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { CopiedText } from "../copied-text.tsx";
import { BACKUPS_WORDS } from "./backups-words.ts";
import { type Kept, type KeptDrill, NotedTable } from "./noted-table.tsx";

const [WEEK, QUARTER] = [7, 90].map((days) => days * 86_400_000) as [number, number];
const isOld = (at: string, longest: number): boolean => Date.now() - Date.parse(at) > longest;

/** When the registry was last backed up and the backup last drilled, and how both are done. */
export function BackupsTab() {
  const says = useWords(BACKUPS_WORDS);
  const told = useGet(administration.listBackups, {});
  return (
    <>
      <p className="quiet-text lead">{says.lead}</p>
      <Problems error={told.error} />
      {told.data === undefined ? (
        <Waiting />
      ) : (
        <>
          <div className="grid">
            <LastBackup last={told.data.backups[0]} />
            <LastDrill last={told.data.drills[0]} />
          </div>
          <Panel title={says.commands}>
            <CopiedText
              label={says.commandBackup}
              hint={says.keyHint}
              text="osteon backup --out registry.osteon --key-file backup.key"
            />
            <CopiedText
              label={says.commandDrill}
              hint={says.commandHint}
              text="osteon restore registry.osteon --drill --key-file backup.key"
            />
          </Panel>
          <Panel title={says.history} flush>
            {told.data.backups.length + told.data.drills.length === 0 ? (
              <Empty says={says.none} />
            ) : (
              <NotedTable backups={told.data.backups} drills={told.data.drills} />
            )}
          </Panel>
        </>
      )}
    </>
  );
}

function LastBackup({ last }: { readonly last: Kept | undefined }) {
  const says = useWords(BACKUPS_WORDS);
  const format = useFormat();
  const old = last === undefined || isOld(last.at, WEEK);
  return (
    <Panel title={says.last}>
      <p className="last-noted">{last === undefined ? says.never : format.dateTime(last.at)}</p>
      {last === undefined ? null : <Mark kind={old ? "late" : "done"} says={old ? says.old : says.fresh} shown />}
    </Panel>
  );
}

function LastDrill({ last }: { readonly last: KeptDrill | undefined }) {
  const says = useWords(BACKUPS_WORDS);
  const format = useFormat();
  const differences = last?.told.differences ?? 0;
  const failed = differences > 0;
  return (
    <Panel title={says.lastDrill}>
      <p className="last-noted">{last === undefined ? says.never : format.dateTime(last.at)}</p>
      {last === undefined ? null : (
        <p>
          <Mark kind={failed ? "late" : "done"} says={failed ? says.failed(differences) : says.passed} shown />
          {isOld(last.at, QUARTER) ? ` · ${says.oldDrill}` : ""}
        </p>
      )}
    </Panel>
  );
}
