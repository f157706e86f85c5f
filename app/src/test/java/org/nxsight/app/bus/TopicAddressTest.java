package org.nxsight.app.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.app.bus.TopicAddress.Start;

class TopicAddressTest {
  @Test
  void readsTheExampleOfNmsgtoolsManual() {
    TopicAddress address = TopicAddress.parse("nmsg:ch202#0@kafka.example.com:9092,3000");

    assertThat(address)
        .isEqualTo(
            new TopicAddress(
                "ch202",
                OptionalInt.of(0),
                null,
                "kafka.example.com:9092",
                Start.OFFSET,
                OptionalLong.of(3000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "nmsg:ch220@127.0.0.1 127.0.0.1:9092 UNSAID",
        "nmsg:ch220@127.0.0.1:9092,oldest 127.0.0.1:9092 OLDEST",
        "nmsg:ch220@a,newest a:9092 NEWEST",
        "nmsg:ch220@a:1,b:2,c,oldest a:1,b:2,c:9092 OLDEST",
        "nmsg:ch220@[2001:db8::1]:9093,7 [2001:db8::1]:9093 OFFSET",
        "nmsg:sie.ch-220_x%our-readers@a,b a:9092,b:9092 UNSAID"
      })
  void readsOneOrSeveralBrokersAndAnOffset(String text, String brokers, Start start) {
    TopicAddress address = TopicAddress.parse(text);

    assertThat(address.brokers()).isEqualTo(brokers);
    assertThat(address.start()).isEqualTo(start);
  }

  @Test
  void readsAGroup() {
    assertThat(TopicAddress.parse("nmsg:ch220%our-readers@a").group()).isEqualTo("our-readers");
    assertThat(TopicAddress.parse("nmsg:ch220@a").group()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ch220@a",
        "json:ch220@a",
        "nmsg:ch220",
        "nmsg:@a",
        "nmsg:ch220@",
        "nmsg:ch220#x@a",
        "nmsg:ch220#1%g@a",
        "nmsg:ch 220@a",
        "nmsg:ch220@a:0",
        "nmsg:ch220@a:70000",
        "nmsg:ch220@a,,b",
        "nmsg:ch220@a,oldest,b,",
        "nmsg:ch220@a b"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> TopicAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of the form");
  }
}
