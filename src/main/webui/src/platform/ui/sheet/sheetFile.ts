/** A file with a list, in memory: what was checked is what is imported, whatever happens to the file on the disk. */
export type SheetFile = { name: string; body: Blob };

/** Why a file is not even sent. */
export type FileFault = "empty" | "tooBig" | "unreadable";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Reads a file that somebody chose.
 *
 * @param most the bytes that the service takes
 * @throws FileFault when it is not worth sending
 */
export async function readSheet(file: File, most: number): Promise<SheetFile> {
  if (file.size > most) throw "tooBig" satisfies FileFault;
  const bytes = await file.arrayBuffer().catch(() => {
    throw "unreadable" satisfies FileFault;
  });
  if (bytes.byteLength === 0) throw "empty" satisfies FileFault;
  return { name: file.name, body: new Blob([bytes], { type: mediaType(file.name) }) };
}

/** What the service is told; it decides by the first bytes all the same. */
const mediaType = (name: string) => (/\.(csv|txt|tsv)$/i.test(name) ? "text/csv" : XLSX);

export const isFileFault = (error: unknown): error is FileFault =>
  error === "empty" || error === "tooBig" || error === "unreadable";
