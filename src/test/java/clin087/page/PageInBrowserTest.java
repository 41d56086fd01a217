package clin087.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clin087.Given;
import clin087.graph.GraphTest;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in headless Chromium, where that is installed. */
final class PageInBrowserTest {
  private static final Optional<String> BROWSER =
      Stream.of("chromium", "chromium-browser", "google-chrome")
          .filter(GraphTest::onPath)
          .findFirst();

  /** Shows pages in frames of 320 pixels, and writes down how wide what they hold is. */
  private static final String FRAMES =
      """
      <!doctype html><title>frames</title>
      <iframe src="shipped.html" width="320" height="900" style="border:0"></iframe>
      <iframe src="hostile.html" width="320" height="900" style="border:0"></iframe>
      <script>
        addEventListener('load', () => {
          document.title = [...document.querySelectorAll('iframe')].map(frame => {
            const page = frame.contentDocument;
            return page.documentElement.scrollWidth + ' wide, '
              + page.querySelectorAll('script, img').length + ' strays';
          }).join('; ');
        });
      </script>
      """;

  @TempDir Path folder;
  private final Map<String, String> served = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(exchange.getRequestHeaders().getFirst("Host") + path);
          byte[] body = served.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(served.containsKey(path) ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void loadsNothingComplainsOfNothingAndFitsASmallScreen() throws Exception {
    assumeTrue(BROWSER.isPresent(), "Chromium is not installed");
    served.put("/frames.html", FRAMES);
    served.put("/shipped.html", PolicyPageTest.page(Given.POLICY));
    served.put("/hostile.html", PolicyPageTest.page(Hostile.policy()));
    String host = "localhost:" + server.getAddress().getPort();
    File said = folder.resolve("said").toFile();
    File document = folder.resolve("document").toFile();
    List<String> command = new ArrayList<>(List.of(BROWSER.get()));
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-features=NetworkTimeServiceQuerying",
            "--no-first-run",
            "--user-data-dir=" + folder.resolve("profile"),
            // what a page would ask of others would fail, and the browser would complain
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
            "--enable-logging=stderr",
            "--dump-dom",
            "http://" + host + "/frames.html"));
    Process browser =
        new ProcessBuilder(command).redirectError(said).redirectOutput(document).start();
    assertTrue(browser.waitFor(4, TimeUnit.MINUTES), "Chromium does not end");
    Set<String> pages = new TreeSet<>(asked);
    // what a browser asks for by itself
    pages.remove(host + "/favicon.ico");
    assertEquals(
        Set.of(host + "/frames.html", host + "/hostile.html", host + "/shipped.html"), pages);
    assertFalse(Files.readString(said.toPath()).contains("CONSOLE"), "see " + said);
    String shown = Files.readString(document.toPath());
    String title = shown.substring(0, Math.max(0, shown.indexOf("</title>")));
    assertTrue(title.endsWith("<title>320 wide, 0 strays; 320 wide, 0 strays"), title);
  }
}
