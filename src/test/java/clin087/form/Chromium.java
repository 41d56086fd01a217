package clin087.form;

import clin087.graph.GraphTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, driven over its debugging port. */
public final class Chromium implements AutoCloseable {
  public static final Optional<String> INSTALLED =
      Stream.of("chromium", "chromium-browser", "google-chrome")
          .filter(GraphTest::onPath)
          .findFirst();

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

  /** What the page complained of, and what it tried to load. */
  public final List<String> complaints = new CopyOnWriteArrayList<>();

  /**
   * Starts a browser.
   *
   * @param profile a folder of its own
   */
  public Chromium(Path profile) throws Exception {
    List<String> command = new ArrayList<>(List.of(INSTALLED.orElseThrow()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank"));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolveSibling(profile.getFileName() + ".log").toFile())
            .start();
    String port = port(profile.resolve("DevToolsActivePort"));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest pages =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    JsonNode page = JSON.readTree(client.send(pages, BodyHandlers.ofString()).body()).get(0);
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(page.get("webSocketDebuggerUrl").asString()), new Listener())
            .get(SECONDS, TimeUnit.SECONDS);
    for (String domain : List.of("Page", "Runtime", "Log", "DOM")) {
      send(domain + ".enable", Map.of());
    }
  }

  private String port(Path file) throws Exception {
    for (int i = 0; i < 100 * SECONDS && process.isAlive(); i++) {
      if (Files.exists(file) && Files.readAllLines(file).size() > 1) {
        return Files.readAllLines(file).get(0);
      }
      Thread.sleep(10);
    }
    throw new IOException("Chromium does not start");
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      text.append(data);
      if (isLast) {
        receive(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  private void receive(JsonNode message) {
    if (message.has("id")) {
      waiting.remove(message.get("id").asInt()).complete(message);
    } else if (message
        .get("method")
        .asString()
        .matches("Log.entryAdded|Runtime.(exception|console).*")) {
      complaints.add(message.toString());
    }
  }

  /** Sends a command of the DevTools protocol, and waits for its result. */
  public JsonNode send(String method, Map<String, ?> params) throws Exception {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String message = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", params));
    socket.sendText(message, true).get(SECONDS, TimeUnit.SECONDS);
    JsonNode got = answer.get(SECONDS, TimeUnit.SECONDS);
    if (got.has("error")) {
      throw new AssertionError(method + ": " + got.get("error"));
    }
    return got.get("result");
  }

  /** Opens a page, and waits until it has run. */
  public void open(URI page) throws Exception {
    send("Page.navigate", Map.of("url", page.toString()));
    until(
        "document.readyState === 'complete' && location.href === "
            + JSON.writeValueAsString(page.toString()));
  }

  /** What a script comes to. */
  public JsonNode run(String script) throws Exception {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(script + "\n" + result.get("exceptionDetails"));
    }
    return result.get("result").path("value");
  }

  /** Waits until a script says so. */
  public void until(String script) throws Exception {
    for (int i = 0; i < 100 * SECONDS; i++) {
      if (run(script).asBoolean(false)) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("not in time: " + script);
  }

  /** Presses a key and lets it go. */
  void press(String key) throws Exception {
    String text =
        key.equals("Space") ? " " : key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    String name = key.equals("Space") ? " " : key;
    int code =
        switch (key) {
          case "Tab" -> 9;
          case "Enter" -> 13;
          case "Space" -> 32;
          case "ArrowUp" -> 38;
          case "ArrowDown" -> 40;
          default -> 0;
        };
    Map<String, Object> event =
        Map.of("key", name, "code", key, "text", text, "windowsVirtualKeyCode", code);
    send("Input.dispatchKeyEvent", with(event, "type", text.isEmpty() ? "rawKeyDown" : "keyDown"));
    send("Input.dispatchKeyEvent", with(event, "type", "keyUp"));
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    Map<String, Object> more = new java.util.HashMap<>(map);
    more.put(key, value);
    return more;
  }

  /** Gives the window a size. */
  public void size(int width, int height) throws Exception {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Prefers the colours of the night, or of the day. */
  public void dark(boolean dark) throws Exception {
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** What axe-core finds inaccessible in the page as it is shown. */
  public JsonNode violations() throws Exception {
    String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in = Chromium.class.getResourceAsStream(name)) {
      byte[] axe = Objects.requireNonNull(in, name).readAllBytes();
      run(new String(axe, StandardCharsets.UTF_8) + ";0");
    }
    return run(
        "axe.run().then(found => found.violations.map(each =>"
            + " each.id + ': ' + each.nodes.map(node => node.html).join(' | ')))");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
