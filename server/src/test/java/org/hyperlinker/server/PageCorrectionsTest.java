package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperlinker.server.PageSession.FIRST;
import static org.hyperlinker.server.PageSession.SECOND;
import static org.hyperlinker.server.PageSession.TEXT;
import static org.hyperlinker.server.PageSession.mention;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.core.corpus.Mention;
import org.hyperlinker.formats.corpus.Corpora;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Correcting links in a real Chromium, up to the file that is read as a corpus. */
@Timeout(120)
class PageCorrectionsTest {

  private static PageSession page;
  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    page = PageSession.start();
    browser = page.browser;
  }

  @AfterAll
  static void stop() throws Exception {
    if (page != null) {
      page.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    page.open(1280, 900);
    browser.downloadTo(folder);
  }

  @AfterEach
  void nothingWentWrong() {
    page.nothingWentWrong();
  }

  @Test
  void correctionsAreDownloadedAsACorpusThatCanBeRead() throws Exception {
    page.link();
    browser.click(FIRST);
    browser.click("#panel input[value=D000082]");
    page.waitFor("#panel", "chosen by you");
    browser.click(SECOND);
    browser.click("#panel [data-choice=none]");
    browser.until("document.querySelector('" + SECOND + "').classList.contains('changed')");
    browser.click(mention(3));
    browser.click("#panel [data-choice=removed]");
    browser.until("document.querySelector('#reader .removed')");
    browser.click("#words");
    browser.type("against");
    browser.click("#add button");
    page.waitFor("#changes", "4 corrections");
    List<Mention> mentions = download().getFirst().mentions().toList();
    assertThat(mentions)
        .extracting(Mention::text)
        .containsExactly("Aspirin", "against", "heart attack");
    assertThat(mentions.get(0).concepts().getFirst().value()).isEqualTo("D000082");
    assertThat(mentions.get(2).concepts()).isEmpty();
    assertThat(mentions.get(0).extent().start()).isEqualTo(TEXT.indexOf("Aspirin"));
  }

  @Test
  void aFoundConceptIsChosenAndTakenBack() throws Exception {
    page.link();
    browser.click(FIRST);
    browser.click("#find");
    browser.type("heart diseases");
    browser.click("#panel form button");
    browser.click("#panel form input[value=D006331]");
    page.waitFor("#panel", "chosen by you");
    assertThat(page.text("#changes")).isEqualTo("1 correction");
    browser.click("#panel [data-choice=undo]");
    browser.until("document.querySelector('#changes').textContent === ''");
    assertThat(browser.value("document.querySelector('#panel input:checked').value").asText())
        .isEqualTo("D001241");
  }

  @Test
  void whatIsSelectedIsAddedThoughItsWordsStandEarlierToo() throws Exception {
    page.link("🫀 pain, aspirin, pain", 1);
    browser.value(
        "(() => { const last = document.querySelector('#reader').lastChild;"
            + " getSelection().setBaseAndExtent(last, 2, last, 6); })()");
    browser.until("document.querySelector('#words').value === 'pain'");
    browser.click("#words");
    browser.click("#add button");
    browser.until("document.querySelectorAll('#reader .mention').length === 2");
    assertThat(page.text(SECOND)).isEqualTo("pain");
    browser.value(
        "(() => { const type = document.querySelector('#type'); type.value = 'Disease';"
            + " type.dispatchEvent(new Event('change')); })()");
    Mention added = download().getFirst().mentions().toList().getLast();
    assertThat(added.type()).isEqualTo("Disease");
    assertThat(added.extent().start()).isEqualTo("🫀 pain, aspirin, ".length());
    browser.click("#panel [data-choice=removed]");
    browser.until("document.querySelectorAll('#reader .mention').length === 1");
  }

  @Test
  void aMentionThatIsNoneMakesRoomForALongerOne() throws Exception {
    page.link("Aspirin cream.", 1);
    browser.click("#words");
    browser.type("Aspirin cream");
    browser.click("#add button");
    page.waitFor("#status", "does not stand in the text, or is marked already");
    browser.click(FIRST);
    browser.click("#panel [data-choice=removed]");
    browser.click("#add button");
    page.waitFor(FIRST, "Aspirin cream");
    assertThat(page.text("#reader")).isEqualTo("Aspirin cream.");
  }

  @Test
  void correctionsStayWhenModelOrTextChange() throws Exception {
    page.link();
    browser.click(FIRST);
    browser.click("#panel [data-choice=none]");
    page.compareWith("second");
    page.waitFor("#differences", "1 difference");
    assertThat(page.text("#changes")).isEqualTo("1 correction");

    page.link("Aspirin again", 1);
    browser.click(FIRST);
    browser.click("#panel [data-choice=none]");
    page.waitFor("#changes", "2 corrections in 2 texts");
    List<Document> documents = download();
    assertThat(documents)
        .extracting(d -> d.passages().getFirst().text())
        .containsExactly(TEXT, "Aspirin again");
    assertThat(documents).extracting(Document::id).doesNotHaveDuplicates();

    page.link();
    assertThat(page.text("#changes")).isEqualTo("2 corrections in 2 texts");
    browser.until("document.querySelector('" + FIRST + "').classList.contains('changed')");
  }

  @Test
  void theOtherModelLinksTheMentionsOfTheFirst() throws Exception {
    page.link();
    browser.click(FIRST);
    browser.click("#panel [data-choice=removed]");
    page.compareWith("second");
    assertThat(page.text("#differences")).isEqualTo("first and second link this text alike.");
    assertThat(browser.value("document.querySelectorAll('#second-reader .mention').length").asInt())
        .isEqualTo(2);
  }

  @Test
  void aLinkOfTheOtherModelIsTakenOver() throws Exception {
    page.link();
    changeAnswers("mentions.shift(); mentions[0].candidates.reverse();");
    page.compareWith("second");
    page.waitFor("#differences", "2 differences");
    assertThat(page.text("#differences")).contains("not linked");
    browser.click("#second-reader .mention:nth-of-type(1)");
    String concept = page.text("#panel .seen .id");
    browser.click("#adopt");
    page.waitFor("#panel", "chosen by you");
    assertThat(concept)
        .startsWith(browser.value("document.querySelector('#panel input:checked').value").asText());
    page.waitFor("#differences", "1 difference");
  }

  @Test
  void aLongerMentionOfTheOtherModelTakesThePlaceOfAShorterOne() throws Exception {
    page.link();
    changeAnswers("mentions[1].start -= 8; mentions[1].text = 'against heart attack';");
    page.compareWith("second");
    browser.click("#second-reader .mention:nth-of-type(2)");
    browser.click("#adopt");
    page.waitFor(SECOND, "against heart attack");
    assertThat(page.text("#reader")).isEqualTo(TEXT);
    assertThat(browser.value("document.querySelectorAll('#reader .mention').length").asInt())
        .isEqualTo(3);
  }

  /** The second model is the first one's twin, so its answers are changed on the way. */
  private static void changeAnswers(String change) throws Exception {
    browser.value(
        "(() => { const real = fetch; window.fetch = async (path, options) => {"
            + " const answer = await real(path, options);"
            + " if (path !== 'v1/link') return answer; const body = await answer.json();"
            + " const { mentions } = body.documents[0]; "
            + change
            + " return new Response(JSON.stringify(body)); }; })()");
  }

  private List<Document> download() throws Exception {
    browser.click("#download");
    browser.awaitDownload();
    try (Stream<Path> files = Files.list(folder)) {
      return Corpora.read(files.toList().getFirst()).documents();
    }
  }
}
