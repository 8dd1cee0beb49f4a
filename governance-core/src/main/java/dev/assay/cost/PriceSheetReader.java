package dev.assay.cost;

import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.common.YamlPart;
import dev.assay.common.YamlPart.Keys;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Reads a price sheet and refuses what it cannot be priced by, with the line.
final class PriceSheetReader {

  static final int MOST_CHARACTERS = 256 << 10;

  private static final String SCHEMA = "assay.prices/1";
  private static final int LONGEST_SHOWN = 80;
  private static final int MOST_DEVICES = 100;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);
  private static final Set<String> SHEET =
      Set.of("schema", "id", "title", "example", "currency", "source", "date", "devices");
  private static final Set<String> DEVICE =
      Set.of("id", "name", "kind", "per_hour", "bought", "speed");
  private static final Set<String> BOUGHT = Set.of("price", "years", "watts", "per_kwh");
  private static final Set<String> SPEED = Set.of("factor", "source");
  private static final String THIS_MACHINE = "this machine";

  private final String name;

  /// @param name what to call the sheet in a refusal
  PriceSheetReader(String name) {
    this.name = name;
  }

  /// @throws InputRejected when it is no price sheet
  PriceSheet read(String text) {
    Keys sheet = YamlPart.read(text, MOST_CHARACTERS, this::refused).keys("a price sheet", SHEET);
    if (!sheet.text("schema").equals(SCHEMA)) {
      throw sheet.required("schema").refused("'schema' is not " + SCHEMA);
    }
    return new PriceSheet(
        sheet.text("id"),
        sheet.text("title"),
        sheet.optional("example"),
        currency(sheet),
        sheet.text("source"),
        date(sheet),
        devices(sheet.required("devices")));
  }

  private static String currency(Keys sheet) {
    String currency = sheet.text("currency");
    if (!currency.matches("[A-Z]{3}")) {
      throw sheet.required("currency").refused("'currency' is not three letters such as EUR");
    }
    return currency;
  }

  private static String date(Keys sheet) {
    String date = sheet.text("date");
    try {
      return LocalDate.parse(date).toString();
    } catch (DateTimeParseException e) {
      throw sheet.required("date").refused("'date' is not a day such as 2026-11-26");
    }
  }

  private static List<PricedDevice> devices(YamlPart list) {
    List<PricedDevice> devices = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlPart item : list.items()) {
      PricedDevice device = device(item);
      if (!ids.add(device.id())) {
        throw item.refused(
            "two devices are called '" + Visible.of(device.id(), LONGEST_SHOWN) + "'");
      }
      if (devices.size() == MOST_DEVICES) {
        throw item.refused("a sheet has at most " + MOST_DEVICES + " devices");
      }
      devices.add(device);
    }
    return devices;
  }

  private static PricedDevice device(YamlPart item) {
    Keys keys = item.keys("a device", DEVICE);
    return new PricedDevice(
        keys.text("id"), keys.text("name"), kind(keys), price(item, keys), speed(keys));
  }

  private static PricedDevice.Kind kind(Keys keys) {
    String word = keys.text("kind");
    return Stream.of(PricedDevice.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> keys.required("kind").refused("'kind' is not cloud, edge or own"));
  }

  private static Price price(YamlPart item, Keys keys) {
    YamlPart bought = keys.find("bought");
    if ((keys.find("per_hour") == null) == (bought == null)) {
      throw item.refused("a device has either 'per_hour' or 'bought'");
    }
    return bought == null
        ? new Price.Rented(amount(keys, "per_hour", false))
        : bought(bought.keys("'bought'", BOUGHT));
  }

  private static Price bought(Keys bought) {
    return new Price.Bought(
        amount(bought, "price", false),
        amount(bought, "years", true),
        amount(bought, "watts", false),
        amount(bought, "per_kwh", false));
  }

  private static Speed speed(Keys keys) {
    YamlPart speed = keys.find("speed");
    return speed == null ? new Speed.Unknown() : speed(speed);
  }

  private static Speed speed(YamlPart part) {
    if (part.isMapping()) {
      Keys measured = part.keys("'speed'", SPEED);
      return new Speed.Measured(amount(measured, "factor", true), measured.text("source"));
    }
    if (!part.text("'speed'").equals(THIS_MACHINE)) {
      throw part.refused(
          "'speed' is neither '" + THIS_MACHINE + "' nor a measured factor with its source");
    }
    return new Speed.ThisMachine();
  }

  /// @param positive whether it must be above 0
  private static double amount(Keys keys, String key, boolean positive) {
    BigDecimal amount = keys.number(key);
    if (amount.signum() < 0 || (positive && amount.signum() == 0) || amount.compareTo(MOST) > 0) {
      throw keys.required(key)
          .refused(
              "'"
                  + key
                  + "' must be "
                  + (positive ? "above 0" : "0 or more")
                  + " and at most 1,000,000,000");
    }
    return amount.doubleValue();
  }

  private AssayException refused(int line, String why) {
    return new InputRejected(
        "PRICES-INVALID",
        "Price sheet '"
            + Visible.of(name, LONGEST_SHOWN)
            + "'"
            + (line > 0 ? ", line " + line : "")
            + ": "
            + why
            + ".",
        "Mend it there; the help page 'cost' shows a sheet that is right.",
        null);
  }
}
