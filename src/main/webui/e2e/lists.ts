/** What a story's file is, as a browser takes it. */
export type ListFile = { name: string; mimeType: string; buffer: Buffer };

const HEADER =
  "Tipo de documento;Número de documento;Primer nombre;Primer apellido;Fecha de nacimiento;" +
  "Acudiente 1: tipo de documento;Acudiente 1: documento;Acudiente 1: nombre completo;Acudiente 1: parentesco;Grado";

/** Numbers that no other run has: ten digits from the clock. */
const base = 1_000_000_000 + (Date.now() % 899_999_000);
let given = 0;

/** A row with a child and a guardian whom no school knows. */
export function newRow(): string {
  given += 1;
  const number = base + given;
  return `TI;${number};Luz;Muñoz;03/02/2015;CC;${number + 500};Lucía Núñez;madre;4A`;
}

/** A list as a Spanish Excel saves it: Windows-1252, with semicolons. */
export const excelCsv = (rows: readonly string[], name = "lista.csv"): ListFile => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from([HEADER, ...rows].join("\r\n"), "latin1"),
});

/** Some bytes by that name. */
export const bytes = (name: string, start: string | Buffer, size = 2000): ListFile => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.concat([Buffer.from(start as string), Buffer.alloc(Math.max(0, size - start.length), "x")]),
});
