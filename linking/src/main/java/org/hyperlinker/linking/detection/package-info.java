/** Finding mentions in raw text. */
package org.hyperlinker.linking.detection;
