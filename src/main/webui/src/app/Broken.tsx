/** What stands when the page could not start at all: without the kit, whose parts may be what is missing. */
export function Broken() {
  return (
    <main style={{ maxWidth: "28rem", margin: "20vh auto", fontFamily: "system-ui, sans-serif", padding: "1rem" }}>
      <h1>Athena no pudo abrirse</h1>
      <p>Revise su conexión a internet y vuelva a cargar la página. Si sigue así, avise a su colegio.</p>
      <button type="button" onClick={() => location.reload()}>
        Volver a cargar
      </button>
    </main>
  );
}
