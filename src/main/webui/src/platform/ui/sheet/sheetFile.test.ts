import { describe, expect, test } from "vitest";
import { readSheet } from "./sheetFile";

describe("a chosen file", () => {
  test("is kept as it is, with the type that its name says", async () => {
    const { body, name } = await readSheet(new File(["a;b"], "Lista.CSV"), 10);
    expect([name, body.type, await body.text()]).toEqual(["Lista.CSV", "text/csv", "a;b"]);
  });
  test("is refused when it is empty, too big, or gone", async () => {
    await expect(readSheet(new File([], "a.csv"), 10)).rejects.toBe("empty");
    await expect(readSheet(new File(["12345678901"], "a.csv"), 10)).rejects.toBe("tooBig");
    const gone = new File(["x"], "a.csv");
    gone.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
    await expect(readSheet(gone, 10)).rejects.toBe("unreadable");
  });
});
