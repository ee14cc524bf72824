package org.hyperlinker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperlinker.server.page.PageFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Contrasts by WCAG 2.2, level AA, in the light and the dark colours: 4.5 for text, 3 for shapes.
 */
class PageColoursTest {

  private static final Pattern BLOCK = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): #(\\p{XDigit}{6});");

  @ParameterizedTest
  @CsvSource({
    "ink, paper, 4.5",
    "ink, card, 4.5",
    "ink, disease, 4.5",
    "ink, chemical, 4.5",
    "ink, other, 4.5",
    "quiet, paper, 4.5",
    "quiet, card, 4.5",
    "accent, card, 4.5",
    "on-accent, accent, 4.5",
    "card, disease-line, 4.5",
    "card, chemical-line, 4.5",
    "card, other-line, 4.5",
    "bad, paper, 4.5",
    "accent, line, 3",
    "good, card, 3",
    "bad, card, 3",
    "focus, paper, 3",
    "focus, card, 3",
    "disease-line, disease, 3",
    "chemical-line, chemical, 3",
    "other-line, other, 3",
  })
  void coloursStandApart(String one, String other, double least) throws IOException {
    List<Map<String, Integer>> schemes = schemes();
    assertThat(schemes).hasSize(2);
    for (Map<String, Integer> scheme : schemes) {
      double a = luminance(scheme.get(one));
      double b = luminance(scheme.get(other));
      assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
          .as("%s on %s", one, other)
          .isGreaterThanOrEqualTo(least);
    }
  }

  private static List<Map<String, Integer>> schemes() throws IOException {
    try (InputStream css = PageFiles.class.getResourceAsStream("page.css")) {
      Matcher block = BLOCK.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
      List<Map<String, Integer>> schemes = new ArrayList<>();
      while (block.find()) {
        Map<String, Integer> colours = new HashMap<>();
        Matcher colour = COLOUR.matcher(block.group(1));
        while (colour.find()) {
          colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
        }
        schemes.add(colours);
      }
      return schemes;
    }
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
