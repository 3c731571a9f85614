/** The sheet that holds what `notice.txt` holds in a folder. */
export const NOTICE_SHEET = "notice";
