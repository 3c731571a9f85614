import type { Language } from "@osteon/words";
import { createContext, useContext } from "react";

/** The language in which a run's report is read: that of the page where the study offers it, else English. */
export const ReportLanguageContext = createContext<Language>("en");
export const useReportLanguage = (): Language => useContext(ReportLanguageContext);

/** Where the files of a report in a language lie. */
export const reportPath = (run: string, language: Language): string =>
  `/api/runs/${run}/report/${language === "en" ? "" : `${language}/`}`;
