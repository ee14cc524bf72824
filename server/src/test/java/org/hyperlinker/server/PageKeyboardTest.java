package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hyperlinker.server.Browser.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page by the keyboard alone: from the first Tab to a corrected link, without a click. */
@Timeout(120)
class PageKeyboardTest {

  private static final String ACTIVE = "document.activeElement";

  @Test
  void theKeyboardIsEnough() throws Exception {
    try (PageSession page = PageSession.start()) {
      page.open(1280, 900);
      Browser browser = page.browser;
      tabTo(browser, "text");
      browser.type(PageSession.TEXT);
      tabTo(browser, "link");
      browser.press(Key.ENTER);
      browser.until("document.querySelectorAll('#reader .mention').length === 3");

      assertThat(tabTo(browser, "words"))
          .containsExactly("example", "file", "system", "other", "Aspirin", "words");
      browser.value("document.querySelector('#other').focus()");
      browser.press(Key.TAB);
      browser.press(Key.RIGHT);
      assertThat(focused(browser)).isEqualTo("heart attack");
      browser.press(Key.ENTER);
      browser.until("document.querySelector('#panel h2')?.textContent === 'heart attack'");
      assertThat(focused(browser)).isEqualTo("panel");

      browser.press(Key.TAB);
      browser.press(Key.TAB);
      assertThat(browser.value(ACTIVE + ".value").asText()).isEqualTo("D009203");
      browser.press(Key.DOWN);
      page.waitFor("#panel", "chosen by you");
      assertThat(browser.value(ACTIVE + ".checked").asBoolean()).isTrue();
      browser.press(Key.ESCAPE);
      browser.until(ACTIVE + ".textContent === 'heart attack'");
      assertThat(page.text("#panel")).contains("Choose a mention");
      assertThat(page.text("#changes")).isEqualTo("1 correction");
      page.nothingWentWrong();
    }
  }

  /** What gets the focus on the way, each of it visibly. */
  private static List<String> tabTo(Browser browser, String id) throws Exception {
    List<String> way = new ArrayList<>();
    while (way.size() < 20 && !way.contains(id)) {
      browser.press(Key.TAB);
      way.add(focused(browser));
      assertThat(
              browser
                  .value(
                      "[document.activeElement, document.activeElement.nextElementSibling].some("
                          + "e => e && getComputedStyle(e).outlineStyle === 'solid')")
                  .asBoolean())
          .as(way + " is seen to have the focus")
          .isTrue();
    }
    return way;
  }

  private static String focused(Browser browser) throws Exception {
    return browser.value(ACTIVE + ".id || " + ACTIVE + ".textContent").asText();
  }
}
