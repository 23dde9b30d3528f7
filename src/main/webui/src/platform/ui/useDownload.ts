import { useState } from "react";
import { download } from "@/platform/api/download";
import { failed } from "./notify";
import { useSentence } from "./sentence";

/** Saves files of the service, one at a time, and says in words when one does not come. */
export function useDownload() {
  const sentence = useSentence();
  const [busy, setBusy] = useState(false);
  const get = async (what: Parameters<typeof download>[0]) => {
    if (busy) return;
    setBusy(true);
    try {
      await download(what);
    } catch (error) {
      failed(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return { get, busy };
}
